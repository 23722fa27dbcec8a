using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>Daily closes and volumes.</summary>
public interface IHistoryStore
{
    /// <summary>
    /// The newest closes before a session with their volumes (0 where unknown), oldest first, at most as many as asked for.
    /// </summary>
    Task<IReadOnlyList<DailyClose>> GetClosesAsync(Symbol symbol, DateOnly before, int count, CancellationToken cancellationToken);

    /// <summary>Writes the closes of one symbol.</summary>
    Task SaveAsync(Symbol symbol, IReadOnlyList<DailyClose> closes, CancellationToken cancellationToken);
}
