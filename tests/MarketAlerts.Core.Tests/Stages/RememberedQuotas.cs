using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>What channels were given, in memory, each window saved against the version it was read at.</summary>
internal sealed class RememberedQuotas : IQuotaStore
{
    private readonly Dictionary<ChannelKind, QuotaWindow> _windows = [];
    private int _versions;

    public Task<QuotaWindow?> LoadAsync(ChannelKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(_windows.GetValueOrDefault(kind));

    public Task<bool> SaveAsync(QuotaWindow window, CancellationToken cancellationToken)
    {
        if (_windows.GetValueOrDefault(window.Kind)?.ETag != window.ETag)
        {
            return Task.FromResult(false);
        }

        _windows[window.Kind] = window with { ETag = $"v{++_versions}" };
        return Task.FromResult(true);
    }
}
