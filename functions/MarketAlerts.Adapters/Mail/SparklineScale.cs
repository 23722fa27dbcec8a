using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// Paths as percent against their previous close over the minutes that any of them has: nights and weekends take no room.
/// </summary>
internal sealed class SparklineScale
{
    private const int LeastPoints = 2;
    private const double LeastHeight = 1;
    private const int LongestGapMinutes = 120;

    private readonly Dictionary<int, int> _columns;

    private SparklineScale(List<SparklinePath> paths)
    {
        Paths = paths;
        Minutes = [.. paths.SelectMany(path => path.Points).Select(point => point.Minute).Distinct().Order()];
        _columns = Minutes.Index().ToDictionary(minute => minute.Item, minute => minute.Index);
        var moves = paths.SelectMany(path => path.Points).Select(point => point.Percent).Append(0).ToArray();
        var missing = Math.Max(0, LeastHeight - (moves.Max() - moves.Min())) / 2;
        Top = moves.Max() + missing;
        Bottom = moves.Min() - missing;
    }

    /// <summary>The paths, the leading one first.</summary>
    public IReadOnlyList<SparklinePath> Paths { get; }

    /// <summary>The minutes of the time axis.</summary>
    public IReadOnlyList<int> Minutes { get; }

    /// <summary>The percent at the top.</summary>
    public double Top { get; }

    /// <summary>The percent at the bottom.</summary>
    public double Bottom { get; }

    /// <summary>The columns before which time was left out.</summary>
    public IEnumerable<int> Breaks =>
        Enumerable.Range(1, Math.Max(0, Minutes.Count - 1)).Where(column => Minutes[column] - Minutes[column - 1] > LongestGapMinutes);

    /// <summary>Makes a scale; null when there are too few points to draw.</summary>
    public static SparklineScale? Fit(IReadOnlyList<MailPath> paths)
    {
        var drawable = paths.Where(path => path.PreviousClose > 0).Select(SparklinePath.Draw).Where(path => path.Points.Count > 0).ToList();
        return drawable.Sum(path => path.Points.Count) < LeastPoints ? null : new SparklineScale(drawable);
    }

    /// <summary>Where a minute stands from left to right, 0 to 1.</summary>
    public double Across(int minute) => Minutes.Count is 1 ? 1 : (double)_columns[minute] / (Minutes.Count - 1);

    /// <summary>Where a percentage stands from top to bottom, 0 to 1.</summary>
    public double Down(double percent) => (Top - percent) / (Top - Bottom);
}

/// <summary>One path of the sparkline.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Points">Percent against the previous close by minute, oldest first.</param>
internal sealed record SparklinePath(Symbol Symbol, IReadOnlyList<(int Minute, double Percent)> Points)
{
    /// <summary>The path of a symbol, without points that no price can have.</summary>
    public static SparklinePath Draw(MailPath path) =>
        new(
            path.Symbol,
            [
                .. path
                    .Points.Where(point => float.IsFinite(point.Price) && point.Price > 0)
                    .Select(point => (point.Minute, ((point.Price / path.PreviousClose) - 1) * 100))
                    .OrderBy(point => point.Minute),
            ]
        );
}
