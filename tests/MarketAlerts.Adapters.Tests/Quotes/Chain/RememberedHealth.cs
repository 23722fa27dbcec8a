using MarketAlerts.Core.Stages.Health;

namespace MarketAlerts.Adapters.Tests.Quotes.Chain;

/// <summary>The health table in memory, every write kept.</summary>
internal sealed class RememberedHealth : IHealthStore
{
    public List<SourceHealth> Writes { get; } = [];

    public Task SaveAsync(SourceHealth health, CancellationToken cancellationToken)
    {
        Writes.Add(health);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceHealth>>(Writes);
}
