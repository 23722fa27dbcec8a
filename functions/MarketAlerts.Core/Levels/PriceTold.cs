namespace MarketAlerts.Core.Levels;

/// <summary>
/// <c>price</c>: the last price, in dollars. Instead of an extreme it keeps the levels already told: every <c>below</c> level from <see
/// cref="Below"/> up and every
/// <c>above</c> level up to <see cref="Above"/>. A price outside crosses; touching a level counts. As the price rises to p, told
/// <c>below</c> levels under p/1.02 are
/// armed again, and mirrored. It runs across sessions; the previous close is the first price.
/// </summary>
/// <param name="Below">The lowest <c>below</c> level told, in level units.</param>
/// <param name="Above">The highest <c>above</c> level told, in level units.</param>
/// <example>Previous close 120, open 118, up to 125, down to 119: at 118 <c>below 120</c> lies in the told range [118, 120]; at 125 the
/// range begins at 122.55, so at 119 it fires.</example>
public readonly record struct PriceTold(long Below, long Above)
{
    /// <summary>How far the price must move away before a told level is armed again.</summary>
    public const double RearmFactor = 1.02;

    /// <summary>The state before any price but the previous close.</summary>
    public static PriceTold StartAt(double previousClose)
    {
        var level = Level.FromValue(previousClose).Units;
        return new PriceTold(level, level);
    }
}
