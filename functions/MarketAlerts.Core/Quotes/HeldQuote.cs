namespace MarketAlerts.Core.Quotes;

/// <summary>A price that the guards hold for one more quote.</summary>
/// <param name="Price">The price; NaN when nothing is held.</param>
/// <param name="Time">Its market time, UTC ticks.</param>
public readonly record struct HeldQuote(double Price, long Time)
{
    /// <summary>Nothing is held.</summary>
    public static HeldQuote None { get; } = new(double.NaN, 0);

    /// <summary>Whether a price waits.</summary>
    public bool Waits => !double.IsNaN(Price);
}
