using System.Numerics;
using System.Runtime.InteropServices;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The bound: of each stream the nearest level not yet reached. A value short of it costs one comparison, a vector of streams at a time; only one that
/// reaches it is searched for, and its nearest level moves on.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal sealed class NearestLevels(RuleBook book, Minute minute) : MatchingContender(book, minute)
{
    private readonly long[] _nearest = [.. Enumerable.Range(0, minute.Now.Length).Select(stream => NearestOf(book, stream, minute.Before[stream]))];
    private readonly long[] _nearestAfter = new long[minute.Now.Length];

    public override string Name => "bound: nearest levels, vectorised";

    public override ContenderKind Kind => ContenderKind.Bound;

    protected override void Match()
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(Minute.Now);
        ref var nearest = ref MemoryMarshal.GetArrayDataReference(_nearest);
        for (var at = 0; at < _nearest.Length; at += Vector<long>.Count)
        {
            if (Vector.GreaterThanOrEqualAny(Vector.LoadUnsafe(ref now, (nuint)at), Vector.LoadUnsafe(ref nearest, (nuint)at)))
            {
                Cross(at);
            }
        }
    }

    private static long NearestOf(RuleBook book, int stream, long before)
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

    private void Cross(int first)
    {
        for (var stream = first; stream < first + Vector<long>.Count; stream++)
        {
            if (Minute.Now[stream] >= _nearest[stream])
            {
                var next = TellRange(stream);
                _nearestAfter[stream] = next < Book.Starts[stream + 1] ? Book.Levels[next] : long.MaxValue; // Beside, so that every run meets the same poll.
            }
        }
    }
}
