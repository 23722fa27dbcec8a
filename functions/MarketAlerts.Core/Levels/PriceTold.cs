namespace MarketAlerts.Core.Levels;

/// <summary>
/// <c>price</c>: the last price, in dollars. Instead of an extreme it keeps the levels already told: every <c>below</c> level from <see cref="Below"/> up and every
/// <c>above</c> level up to <see cref="Above"/>. A price outside crosses; touching a level counts. As the price rises to p, told <c>below</c> levels under p/1.02 are
/// armed again, and mirrored. It runs across sessions; the previous close is the first price.
/// </summary>
/// <param name="Below">The lowest <c>below</c> level told, in level units.</param>
/// <param name="Above">The highest <c>above</c> level told, in level units.</param>
/// <example>Previous close 120, open 118, up to 125, down to 119: at 118 <c>below 120</c> lies in the told range [118, 120]; at 125 the range begins at 122.55, so at 119 it fires.</example>
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

    /// <summary>What is told once a price was reached.</summary>
    public PriceTold Reach(double price)
    {
        var level = Level.FromValue(price).Units;
        return new PriceTold(Math.Min(Below, level), Math.Max(Above, level));
    }

    /// <summary>What is told once the levels are armed again from which a price moved away.</summary>
    public PriceTold Arm(double price) =>
        new(Math.Max(Below, Level.FromValue(price / RearmFactor).Units), Math.Min(Above, Level.FromValue(price * RearmFactor).Units));

    /// <summary>The crossings from this range to a wider one.</summary>
    public (Crossing? Down, Crossing? Up) Crossings(PriceTold told) =>
        (
            told.Below < Below ? new Crossing(MetricId.Price, Direction.Down, Below, told.Below) : null,
            told.Above > Above ? new Crossing(MetricId.Price, Direction.Up, Above, told.Above) : null
        );
}
