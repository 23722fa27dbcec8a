using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// The wanted levels of a page as detection reads them: for every symbol, metric and direction the sorted levels, its own and those of
/// <c>any of</c> its baskets, in one array. Eight bytes a level and four a stream.
/// </summary>
public sealed class LevelIndex
{
    private const int Streams = 2 * ((int)MetricId.Burst + 1);
    private readonly int[] _starts;
    private readonly long[] _levels;
    private readonly bool[] _wanted = new bool[Streams];

    private LevelIndex(int[] starts, long[] levels)
    {
        _starts = starts;
        _levels = levels;
        for (var stream = 0; stream < starts.Length - 1; stream++)
        {
            _wanted[stream % Streams] |= starts[stream] < starts[stream + 1];
        }
    }

    /// <summary>Nobody asked for anything.</summary>
    public static LevelIndex Empty { get; } = new([], []);

    /// <summary>How many levels it holds.</summary>
    public int Count => _levels.Length;

    /// <summary>Whether anybody asked for a level of a metric in one direction.</summary>
    public bool Wants(MetricId metric, Direction direction) => _wanted[StreamOf(metric, direction)];

    /// <summary>Makes the index of a page.</summary>
    /// <param name="symbols">The page's symbols, in order.</param>
    /// <param name="wanted">The levels asked for on this page.</param>
    /// <param name="catalog">Who belongs to which basket.</param>
    /// <param name="page">The page: a benchmark that lives on another is detected there, and only looked at here.</param>
    /// <param name="standing">The levels that are watched on every symbol that anybody asked about.</param>
    public static LevelIndex Build(
        IReadOnlyList<Symbol> symbols,
        WantedLevels wanted,
        Catalog catalog,
        string? page = null,
        IReadOnlyList<(MetricId Metric, Direction Direction, long[] Levels)>? standing = null
    )
    {
        var starts = new int[(symbols.Count * Streams) + 1];
        var levels = new List<long>(wanted.Count);
        var streams = new SortedDictionary<int, long[]>();
        for (var row = 0; row < symbols.Count; row++)
        {
            streams.Clear();
            var isGuest = catalog.Pages.TryGetValue(symbols[row], out var home) && page is not null && home != page;
            foreach (var target in isGuest ? [] : WantedLevels.TargetsOf(symbols[row], catalog))
            {
                Merge(streams, wanted.LevelsOf(target));
            }

            if (streams.Count > 0)
            {
                Merge(streams, standing ?? []);
            }

            Append(starts.AsSpan(row * Streams, Streams + 1), levels, streams);
        }

        return new LevelIndex(starts, [.. levels]);
    }

    /// <summary>The levels of a symbol's metric in one direction, sorted.</summary>
    public ReadOnlySpan<long> LevelsOf(int row, MetricId metric, Direction direction)
    {
        var stream = (row * Streams) + StreamOf(metric, direction);
        return stream + 1 < _starts.Length ? _levels.AsSpan(_starts[stream].._starts[stream + 1]) : [];
    }

    /// <summary>Whether somebody asked for a level that a crossing passed.</summary>
    public bool Wants(int row, in Crossing crossing) => crossing.Levels.ContainsAny(LevelsOf(row, crossing.Metric, crossing.Direction));

    /// <summary>The nearest level at or below a value and the nearest above it; infinite where there is none.</summary>
    public (double AtOrBelow, double Above) Around(int row, MetricId metric, Direction direction, long value)
    {
        var levels = LevelsOf(row, metric, direction);
        var above = LevelRange.FirstAtOrAbove(levels, value + 1);
        return (above > 0 ? levels[above - 1] : double.NegativeInfinity, above < levels.Length ? levels[above] : double.PositiveInfinity);
    }

    private static int StreamOf(MetricId metric, Direction direction) => ((int)metric * 2) + (int)direction;

    private static void Merge(
        SortedDictionary<int, long[]> streams,
        IEnumerable<(MetricId Metric, Direction Direction, long[] Levels)> wanted
    )
    {
        foreach (var (metric, direction, levels) in wanted)
        {
            var stream = StreamOf(metric, direction);
            streams[stream] = streams.TryGetValue(stream, out var known) ? [.. known.Union(levels).Order()] : levels;
        }
    }

    private static void Append(Span<int> starts, List<long> levels, SortedDictionary<int, long[]> streams)
    {
        for (var stream = 0; stream < Streams; stream++)
        {
            starts[stream] = levels.Count;
            if (streams.TryGetValue(stream, out var sorted))
            {
                levels.AddRange(sorted);
            }
        }

        starts[Streams] = levels.Count;
    }
}
