using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Tells ops, never traders, when the market is open and what comes in is not what should: a source that fails for longer than a passing
/// disturbance, one that refuses the key, or quotes that stand still although somebody answers. A stand-in that nobody needs to ask is not
/// silent.
/// </summary>
public sealed partial class SourceMonitor(
    MarketClock clock,
    IHealthStore health,
    ICatalogStore catalogs,
    IMarketStore market,
    ILogger<SourceMonitor> logger
)
{
    private static readonly TimeSpan PassingDisturbance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSilenceOfARefusal = TimeSpan.FromMinutes(20);

    private DateTimeOffset? _unpolledSince;

    /// <summary>One look; logs what is wrong and returns how many things are.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        if (clock.SessionInSight() is not { } session || clock.Now - session.Open < PassingDisturbance)
        {
            return 0;
        }

        var problems = (await health.ReadAllAsync(cancellationToken)).Count(Tell);
        return problems + (await StandStillAsync(session, cancellationToken) ? 1 : 0);
    }

    private bool Tell(SourceHealth source)
    {
        var age = clock.Now - source.SeenAt;
        var refuses = source.State is SourceState.Refused && age <= LongestSilenceOfARefusal;
        var fails = source.State is SourceState.Failing && age <= PassingDisturbance && clock.Now - source.Since >= PassingDisturbance;
        if (refuses)
        {
            LogRefuses(source.Source, source.Problem);
        }
        else if (fails)
        {
            LogFails(source.Source, source.Since, source.Problem);
        }

        return refuses || fails;
    }

    /// <summary>
    /// Before the open nothing moves: a delayed source shows the session only after its delay. What was entered a moment ago is not polled
    /// yet; what never is, though this instance looks for longer than a disturbance lasts, stands still, too.
    /// </summary>
    private async Task<bool> StandStillAsync(TradingSession session, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var (newest, delay, isPolled) = (DateTimeOffset.MinValue, TimeSpan.Zero, false);
        foreach (var name in catalog.PageNames)
        {
            var page = await market.LoadPageAsync(name, cancellationToken);
            isPolled |= page?.Poll is not null;
            delay = page?.DeclaredDelay > delay ? page.DeclaredDelay : delay;
            newest = page?.Symbols.Select(state => state.QuoteTime).Append(newest).Max() ?? newest;
        }

        _unpolledSince = isPolled || catalog.PageNames.Count is 0 ? null : _unpolledSince ?? clock.Now;
        var quiet = clock.Now - (_unpolledSince ?? (newest > session.Open ? newest : session.Open));
        var stands = catalog.PageNames.Count > 0 && quiet > PassingDisturbance + delay;
        if (stands)
        {
            LogStandStill(newest == DateTimeOffset.MinValue ? "none at all" : newest.ToString("O", CultureInfo.InvariantCulture));
        }

        return stands;
    }

    [LoggerMessage(
        1003,
        LogLevel.Error,
        "{Source} fails since {Since:O}: {Problem} Its stand-in, if there is one, is asked meanwhile.",
        EventName = "SourceFails"
    )]
    private partial void LogFails(string source, DateTimeOffset since, string problem);

    [LoggerMessage(
        1004,
        LogLevel.Error,
        "{Source} refuses us: {Problem} Check its key and plan in the settings; it is asked again every 15 minutes.",
        EventName = "SourceRefuses"
    )]
    private partial void LogRefuses(string source, string problem);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "The market is open, but the newest quote of all: {Newest}. Check the sources.",
        EventName = "QuotesStandStill"
    )]
    private partial void LogStandStill(string newest);
}
