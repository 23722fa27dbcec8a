namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>price</c>: the last price, in dollars. Instead of an extreme it keeps the levels already told: every <c>below</c> level from <see cref="Below"/> up and every
/// <c>above</c> level up to <see cref="Above"/>. A price outside crosses; touching a level counts. As the price rises to p, told <c>below</c> levels under p/1.02 are
/// armed again, and mirrored. It runs across sessions; the previous close is the first price.
/// </summary>
/// <param name="Below">The lowest <c>below</c> level told, in level units.</param>
/// <param name="Above">The highest <c>above</c> level told, in level units.</param>
public readonly record struct PriceTold(long Below, long Above)
{
    private const double RearmFactor = 1.02;

    /// <summary>The state before any price but the previous close.</summary>
    public static PriceTold StartAt(double previousClose)
    {
        var level = Level.Of(previousClose).Units;
        return new PriceTold(level, level);
    }

    /// <summary>Takes a price: the crossings it makes, and what is told from now on, with what it arms again.</summary>
    public PriceTold Take(double price, ICollection<Crossing> crossings)
    {
        var told = Reach(price, crossings);
        return new PriceTold(
            Math.Max(told.Below, Level.Of(price / RearmFactor).Units),
            Math.Min(told.Above, Level.Of(price * RearmFactor).Units));
    }

    /// <summary>Takes a price that lies in the past, such as a session low of missed polls: it crosses, but arms nothing again.</summary>
    public PriceTold Reach(double price, ICollection<Crossing> crossings)
    {
        var level = Level.Of(price).Units;
        if (level < Below)
        {
            crossings.Add(new Crossing(MetricId.Price, Direction.Down, Below, level));
        }

        if (level > Above)
        {
            crossings.Add(new Crossing(MetricId.Price, Direction.Up, Above, level));
        }

        return new PriceTold(Math.Min(Below, level), Math.Max(Above, level));
    }
}
