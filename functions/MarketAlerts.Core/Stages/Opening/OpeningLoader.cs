using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Opening;

/// <summary>Looks up what is known of the pipeline after an open: the newest quote of all pages, and how the sources do.</summary>
public sealed class OpeningLoader(MarketClock clock, ICatalogStore catalogs, IMarketStore market, IHealthStore health)
{
    private static readonly TimeSpan AskedOfLate = TimeSpan.FromMinutes(20); // A source that refuses is asked every 15 minutes.

    /// <summary>One look.</summary>
    public async Task<OpeningStatus> ReadAsync(TradingSession session, CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var (newest, delay) = (DateTimeOffset.MinValue, TimeSpan.Zero);
        foreach (var name in catalog.PageNames)
        {
            var page = await market.LoadPageAsync(name, cancellationToken);
            delay = page?.DeclaredDelay > delay ? page.DeclaredDelay : delay;
            newest = page?.Symbols.Select(state => state.QuoteTime).Append(newest).Max() ?? newest;
        }

        var sources = await health.ReadAllAsync(cancellationToken);
        return new OpeningStatus(
            session,
            clock.Now,
            catalog.PageNames.Count > 0,
            newest > DateTimeOffset.MinValue ? newest : null,
            delay,
            [.. sources.Where(source => OpeningWording.IsNamed(source) && clock.Now - source.SeenAt <= AskedOfLate)]
        );
    }
}

/// <summary>Keeps for which buckets of subscribers the open of a session was told: one row a bucket, of the newest session alone.</summary>
public interface IOpeningStore
{
    /// <summary>The buckets for which a session's open was told.</summary>
    Task<IReadOnlySet<string>> ReadAsync(DateOnly session, CancellationToken cancellationToken);

    /// <summary>Notes that a session's open was told for a bucket.</summary>
    Task SaveAsync(string bucket, DateOnly session, CancellationToken cancellationToken);
}
