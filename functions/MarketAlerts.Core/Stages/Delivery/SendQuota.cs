using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Gives messages their place in what a channel takes. A place is taken before the claim: a crash in between leaves one unused. What finds
/// none waits and is gathered meanwhile; a part of each limit is kept for what is severe.
/// </summary>
public sealed partial class SendQuota(MarketClock clock, ChannelSet channels, IQuotaStore store, ILogger<SendQuota> logger)
{
    /// <summary>Takes a place for each address of a plan; until when it has to wait, and why, when there is none.</summary>
    public async Task<(DateTimeOffset Until, string Reason)?> TakeAsync(FlushPlan plan, CancellationToken cancellationToken)
    {
        var severe = plan.Entries.Any(entry => entry.Severity is Severity.Severe);
        foreach (var kind in plan.To.GroupBy(to => to.Kind))
        {
            var limits = channels.ChannelOf(kind.Key).Limits;
            if (limits != ChannelLimits.None && await TakeAsync(kind.Key, limits, kind.Count(), severe, cancellationToken) is { } until)
            {
                var reason = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind.Key} takes {limits.PerMinute} messages a minute and {limits.PerHour} an hour: it waits for its turn."
                );
                return (until, reason);
            }
        }

        return null;
    }

    private Task<DateTimeOffset?> TakeAsync(
        ChannelKind kind,
        ChannelLimits limits,
        int messages,
        bool severe,
        CancellationToken cancellationToken
    )
    {
        return OptimisticWrite.RunAsync(TakeOnceAsync, "The quota kept changing; the message is delivered again.", cancellationToken);

        async Task<(bool IsSaved, DateTimeOffset? Until)> TakeOnceAsync()
        {
            var window = await store.LoadAsync(kind, cancellationToken) ?? new QuotaWindow(kind, new Dictionary<long, int>());
            var (after, until) = window.Take(limits, messages, severe, clock.Now);
            if (after is null)
            {
                return (true, until);
            }

            var isSaved = await store.SaveAsync(after, cancellationToken);
            if (isSaved && after.IsNearlyUsed(limits, clock.Now) && !window.IsNearlyUsed(limits, clock.Now))
            {
                LogNearlyUsed(kind, after.InTheHour(clock.Now), limits.PerHour);
            }

            return (isSaved, null);
        }
    }

    [LoggerMessage(
        3003,
        LogLevel.Warning,
        "The {Channel} channel was given {Count} of {PerHour} messages an hour: what is left is kept for what is severe, everything "
            + "else waits. Ask its provider for more.",
        EventName = "QuotaNearlyUsed"
    )]
    private partial void LogNearlyUsed(ChannelKind channel, int count, int perHour);
}

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
