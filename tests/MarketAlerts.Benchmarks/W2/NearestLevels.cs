using System.Numerics;
using System.Runtime.InteropServices;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The bound: of each stream the nearest level not yet reached. A value short of it costs one comparison; only one that reaches it is
/// searched for, and its nearest level moves on. Beside it the same with a vector of streams at a time.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
/// <param name="inLanes">Whether it compares a vector of streams at a time.</param>
internal sealed class NearestLevels(RuleRegistration book, Minute minute, bool inLanes = false) : MatchingContender(book, minute)
{
    private readonly long[] _nearestBefore =
    [
        .. Enumerable.Range(0, minute.Now.Length).Select(stream => NearestOf(book, stream, minute.Before[stream])),
    ];
    private readonly long[] _nearest = new long[minute.Now.Length];

    public override string Name => inLanes ? "nearest levels, vectorised" : "bound: nearest levels";

    public override ContenderKind Kind => inLanes ? ContenderKind.Peer : ContenderKind.Bound;

    public override void Prepare() => _nearestBefore.CopyTo(_nearest);

    protected override void Match()
    {
        if (inLanes)
        {
            MatchLanes();
        }
        else
        {
            Match(0, _nearest.Length);
        }
    }

    private void MatchLanes()
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(Minute.Now);
        ref var nearest = ref MemoryMarshal.GetArrayDataReference(_nearest);
        for (var at = 0; at < _nearest.Length; at += Vector<long>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(Vector.LoadUnsafe(ref now, (nuint)at), Vector.LoadUnsafe(ref nearest, (nuint)at)))
            {
                Match(at, at + Vector<long>.Count);
            }
        }
    }

    private void Match(int first, int end)
    {
        var (now, nearest) = (Minute.Now, _nearest);
        for (var stream = first; stream < end; stream++)
        {
            if (now[stream] >= nearest[stream])
            {
                var next = TellRange(stream);
                nearest[stream] = next < Rules.Starts[stream + 1] ? Rules.Levels[next] : long.MaxValue;
            }
        }
    }

    private static long NearestOf(RuleRegistration book, int stream, long before)
    {
        var levels = book.Levels.AsSpan(book.Starts[stream]..book.Starts[stream + 1]);
        foreach (var level in levels)
        {
            if (level > before)
            {
                return level;
            }
        }

        return long.MaxValue;
    }
}
