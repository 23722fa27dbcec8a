using MarketAlerts.Core.Stages.Metering;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Tells ops, never traders, when alerts take longer than the budget: once when that begins and once when it is over, as the store
/// remembers which of both was told last. A crash between telling and remembering tells it twice. Too few alerts to say anything end it,
/// too.
/// </summary>
public sealed partial class LatencyMonitor(MarketClock clock, ILatencyStore store, LatencyOptions options, ILogger<LatencyMonitor> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>One look; whether the budget is broken.</summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await store.ForgetAsync(now - Kept, cancellationToken);
        var recent = await store.ReadAsync(now.AddMinutes(-options.WindowMinutes), cancellationToken);
        var isBroken = recent.Count >= options.FewestAlerts && recent.P95() > options.BudgetSeconds;
        var since = await store.ReadBrokenSinceAsync(cancellationToken);
        if (isBroken && since is null)
        {
            LogBroken(recent.Count, options.WindowMinutes, (int)recent.P95(), options.BudgetSeconds);
            await store.SaveBrokenSinceAsync(now, cancellationToken);
        }
        else if (!isBroken && since is { } begun)
        {
            LogKept(begun);
            await store.SaveBrokenSinceAsync(null, cancellationToken);
        }

        return isBroken;
    }

    [LoggerMessage(
        1007,
        LogLevel.Error,
        "Alerts take too long: of {Count} that servers accepted in the last {Minutes} minutes, 95 % took up to {Seconds} s from the "
            + "quote, group wait and declared delay not counted; the budget is {Budget} s. "
            + "Look at the queues, the mail server and the sources.",
        EventName = "LatencyBudgetBroken"
    )]
    private partial void LogBroken(long count, int minutes, int seconds, int budget);

    [LoggerMessage(
        1008,
        LogLevel.Information,
        "Alerts no longer take too long, as they did since {Since:O}.",
        EventName = "LatencyBudgetKept"
    )]
    private partial void LogKept(DateTimeOffset since);
}
