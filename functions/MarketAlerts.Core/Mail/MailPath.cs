using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Mail;

/// <summary>The recent path of one symbol, for the sparkline.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="PreviousClose">The price that counts as zero.</param>
/// <param name="Points">The path, oldest first.</param>
public sealed record MailPath(string Symbol, double PreviousClose, IReadOnlyList<TrailPoint> Points);
