using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Metrics;

/// <summary>The extremes of the running episodes of a page's symbols, per metric and direction, in level units.</summary>
public sealed class EpisodeColumns
{
    private readonly EpisodeColumn[] _columns = [.. SymbolMetrics.All.SelectMany(_ => new[] { new EpisodeColumn(), new EpisodeColumn() })];

    /// <summary>The column of a metric and direction.</summary>
    public EpisodeColumn this[int metric, Direction direction] => _columns[(metric * 2) + (int)direction];

    /// <summary>The extremes of a metric and direction.</summary>
    public Span<float> Extremes(MetricId metric, Direction direction) => this[SymbolMetrics.IndexOf(metric), direction].Extreme.Values;

    /// <summary>Makes room for more symbols.</summary>
    public void Grow(int rows) => Array.ForEach(_columns, column => column.Grow(rows));

    /// <summary>Has the wanted levels next to all extremes looked up again.</summary>
    public void ForgetLevels()
    {
        foreach (var column in _columns)
        {
            for (var row = 0; row < column.Extreme.Values.Length; row++)
            {
                column.ForgetLevels(row);
            }
        }
    }

    /// <summary>Begins new episodes of some symbols, of the metrics that look at one part of the day.</summary>
    public void Begin(IReadOnlyList<int> rows, SessionPart part)
    {
        for (var metric = 0; metric < SymbolMetrics.All.Count && rows.Count > 0; metric++)
        {
            if (SymbolMetrics.All[metric].Part == part)
            {
                this[metric, Direction.Down].Begin(rows);
                this[metric, Direction.Up].Begin(rows);
            }
        }
    }
}
