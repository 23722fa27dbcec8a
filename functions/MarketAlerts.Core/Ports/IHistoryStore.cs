using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Ports;

/// <summary>Daily closes.</summary>
public interface IHistoryStore
{
    /// <summary>The newest closes before a session, oldest first, at most as many as asked for.</summary>
    Task<IReadOnlyList<(DateOnly Session, double Close)>> GetClosesAsync(Symbol symbol, DateOnly before, int count, CancellationToken cancellationToken);

    /// <summary>Writes the closes of one symbol.</summary>
    Task SaveAsync(Symbol symbol, IReadOnlyList<(DateOnly Session, double Close, long Volume)> closes, CancellationToken cancellationToken);
}
