using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>The production detectors and their level index: the minute's values of every page are matched as a poll matches them.</summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal sealed class OurMatching(RuleRegistration book, Minute minute) : MatchingContender(book, minute)
{
    private readonly OurPage[] _pages = [.. OurPage.All(book, minute)];
    private readonly List<PendingCrossing> _crossings = [];

    public override string Name => "MarketAlerts";

    public override ContenderKind Kind => ContenderKind.Ours;

    public override void Prepare() => Array.ForEach(_pages, page => page.Reset());

    protected override void Match()
    {
        foreach (var page in _pages)
        {
            _crossings.Clear();
            page.Match(_crossings);
            foreach (var pending in _crossings)
            {
                TellCrossed(page, pending);
            }
        }
    }

    private void TellCrossed(OurPage page, in PendingCrossing pending)
    {
        var crossing = pending.Crossing;
        var stream = ((page.First + pending.SymbolIndex) * Streams.PerSymbol) + StreamOf(crossing);
        var sign = crossing is { Metric: MetricId.Price, Direction: Direction.Down } ? -1 : 1;
        var levels = page.Levels.LevelsOf(pending.SymbolIndex, crossing.Metric, crossing.Direction);
        var (from, to) = (crossing.Levels.From, crossing.Levels.To);
        for (var index = LevelRange.FirstAtOrAbove(levels, from); index < levels.Length && levels[index] < to; index++)
        {
            Tell(stream, sign * levels[index]);
        }
    }

    private static int StreamOf(in Crossing crossing) =>
        (crossing.Metric, crossing.Direction) switch
        {
            (MetricId.Price, Direction.Up) => Streams.Above,
            (MetricId.Price, _) => Streams.Below,
            var (metric, direction) => OurPage.StreamOf(metric, direction),
        };
}
