using MarketAlerts.Core.Stages.Metering;

namespace MarketAlerts.Core.Tests.Stages.Metering;

/// <summary>Latencies in memory, each at its very instant.</summary>
internal sealed class RememberedLatencies : ILatencyStore
{
    public List<(DateTimeOffset At, string Bucket, LatencyHistogram Latencies)> Rows { get; } = [];

    public DateTimeOffset? BrokenSince { get; private set; }

    /// <summary>Whether nothing can be written.</summary>
    public bool Down { get; set; }

    public Task AddAsync(DateTimeOffset at, string bucket, LatencyHistogram latencies, CancellationToken cancellationToken)
    {
        Rows.Add(Down ? throw new IOException("down") : (at, bucket, latencies));
        return Task.CompletedTask;
    }

    public Task<LatencyHistogram> ReadAsync(DateTimeOffset from, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Where(row => row.At >= from).Aggregate(LatencyHistogram.Empty, (all, row) => all.With(row.Latencies)));

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.RemoveAll(row => row.At < before));

    public Task<DateTimeOffset?> ReadBrokenSinceAsync(CancellationToken cancellationToken) => Task.FromResult(BrokenSince);

    public Task SaveBrokenSinceAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        BrokenSince = Down ? throw new IOException("down") : since;
        return Task.CompletedTask;
    }
}
