using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>Where halts, resumptions and splits come from.</summary>
public interface IListingEventSource
{
    /// <summary>
    /// What was announced for some symbols after one instant up to another, in order of time. What counts is when it was announced: a halt
    /// told late is told all the same. A split may be told again and again for some days: who takes it knows it by symbol and day.
    /// </summary>
    Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );
}
