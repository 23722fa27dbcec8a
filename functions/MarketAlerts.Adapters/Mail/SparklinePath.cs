using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>One path of the sparkline.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Points">Percent against the previous close by minute, oldest first.</param>
public sealed record SparklinePath(string Symbol, IReadOnlyList<(int Minute, double Percent)> Points)
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
