using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The bound: of each stream the nearest level not yet reached. A value short of it costs one comparison; only one that reaches it is searched for, and its
/// nearest level moves on.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal class NearestLevels(RuleBook book, Minute minute) : MatchingContender(book, minute)
{
    private readonly long[] _nearestBefore = [.. Enumerable.Range(0, minute.Now.Length).Select(stream => NearestOf(book, stream, minute.Before[stream]))];

    public override string Name => "bound: nearest levels";

    public override ContenderKind Kind => ContenderKind.Bound;

    /// <summary>The nearest level of each stream.</summary>
    protected long[] Nearest { get; } = new long[minute.Now.Length];

    public override void Prepare() => _nearestBefore.CopyTo(Nearest);

    protected override void Match() => Match(0, Nearest.Length);

    /// <summary>Matches some streams, one after another.</summary>
    protected void Match(int first, int end)
    {
        var (now, nearest) = (Minute.Now, Nearest);
        for (var stream = first; stream < end; stream++)
        {
            if (now[stream] >= nearest[stream])
            {
                var next = TellRange(stream);
                nearest[stream] = next < Book.Starts[stream + 1] ? Book.Levels[next] : long.MaxValue;
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
}
