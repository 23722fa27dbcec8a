using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Tells whoever probes the app whether it can read its tables. Anybody may ask, so an answer stands for some seconds, all who ask
/// meanwhile share one look, and a look costs three small reads.
/// </summary>
public sealed partial class HealthCheck(
    ICatalogStore catalogs,
    IProfileStore profiles,
    IHealthStore sources,
    TimeProvider time,
    ILogger<HealthCheck> logger
)
{
    private static readonly TimeSpan Stands = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly SubscriberId Nobody = SubscriberId.FromAddress("health");

    private readonly Lock _gate = new();
    private Task<HealthReport>? _latest;
    private long _lookedAt;

    /// <summary>
    /// The newest report, at most five seconds old. It never fails: a part that cannot be read within five seconds is a part that fails.
    /// </summary>
    public Task<HealthReport> CheckAsync()
    {
        lock (_gate)
        {
            if (_latest is null || (_latest.IsCompleted && time.GetElapsedTime(_lookedAt) >= Stands))
            {
                _lookedAt = time.GetTimestamp();
                _latest = ReadAsync();
            }

            return _latest;
        }
    }

    private async Task<HealthReport> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        var cancelled = patience.Token;
        (string Name, Task<bool> IsRead)[] parts =
        [
            ("catalog", CanAsync("catalog", () => catalogs.LoadAsync(cancelled))),
            ("subscribers", CanAsync("subscribers", () => profiles.LoadProfileAsync(Nobody, cancelled))),
            ("sources", CanAsync("sources", () => sources.ReadAllAsync(cancelled))),
        ];
        await Task.WhenAll(parts.Select(part => part.IsRead));
        return new HealthReport(time.GetUtcNow(), [.. parts.Select(part => (part.Name, part.IsRead.Result))]);
    }

    /// <summary>A store may be slow to notice that it is cancelled: nobody waits for that.</summary>
    private async Task<bool> CanAsync(string part, Func<Task> read)
    {
        try
        {
            await read().WaitAsync(Patience, time);
            return true;
        }
        catch (Exception failure)
        {
            LogUnread(part, failure);
            return false;
        }
    }

    [LoggerMessage(1021, LogLevel.Error, "The tables cannot be read: {Part}.", EventName = "TablesUnread")]
    private partial void LogUnread(string part, Exception failure);
}

/// <summary>Whether the parts that everything rests on can be read.</summary>
/// <param name="CheckedAt">When that was looked up (UTC).</param>
/// <param name="Parts">Whether each part could be read, by name.</param>
public sealed record HealthReport(DateTimeOffset CheckedAt, IReadOnlyList<(string Name, bool IsRead)> Parts)
{
    /// <summary>Whether all of them could.</summary>
    public bool IsWell => Parts.All(part => part.IsRead);
}
