using System.Numerics;
using System.Runtime.InteropServices;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>The bound with a vector of streams at a time.</summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal sealed class NearestLevelsInLanes(RuleBook book, Minute minute) : NearestLevels(book, minute)
{
    public override string Name => "nearest levels, vectorised";

    public override ContenderKind Kind => ContenderKind.Peer;

    protected override void Match()
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(Minute.Now);
        ref var nearest = ref MemoryMarshal.GetArrayDataReference(Nearest);
        for (var at = 0; at < Nearest.Length; at += Vector<long>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(Vector.LoadUnsafe(ref now, (nuint)at), Vector.LoadUnsafe(ref nearest, (nuint)at)))
            {
                Match(at, at + Vector<long>.Count);
            }
        }
    }
}
