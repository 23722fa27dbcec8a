using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.History;

/// <summary>Where daily closes and volumes come from.</summary>
public interface IDailyHistorySource
{
    /// <summary>Whether there is anybody to ask: a replay has nobody.</summary>
    bool IsThere { get; }

    /// <summary>
    /// The closes of some symbols in past sessions, all in the shares of today. A symbol that the source does not know has none; one that
    /// it could not be asked about, because it is down or its plan used up for the minute, is left out, and is asked about another time.
    /// </summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="sessions">The sessions, oldest first; others are not told.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    );
}
