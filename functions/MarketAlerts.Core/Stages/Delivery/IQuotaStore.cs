using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Keeps how many messages the channels were given, for all instances together; each window is saved against the version it was read at.
/// </summary>
public interface IQuotaStore
{
    /// <summary>The window of a channel, or null before its first message.</summary>
    Task<QuotaWindow?> LoadAsync(ChannelKind kind, CancellationToken cancellationToken);

    /// <summary>Saves a window; false when somebody else saved first.</summary>
    Task<bool> SaveAsync(QuotaWindow window, CancellationToken cancellationToken);
}
