using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>
/// Halts and resumptions from the list of halts, read at most once a minute for all pages. An event counts as announced when it is first
/// seen; what stands in the list at the first look was announced when it happened. While the list cannot be read, nobody announces
/// anything.
/// </summary>
public sealed partial class HaltEventSource(
    NasdaqHaltFeed feed,
    ICatalogStore catalogs,
    SourceHealthRecorder health,
    TimeProvider clock,
    ILogger<HaltEventSource> logger
) : IListingEventSource, IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(50); // Shorter than a minute: each poll finds a new list.

    private readonly SemaphoreSlim _gate = new(1);
    private FeedVersion _version = FeedVersion.None;
    private DateTimeOffset? _askedAt;
    private Dictionary<ListingEvent, ListingEvent>? _known; // By what the list says; the value knows when it first did.

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!(clock.GetUtcNow() - _askedAt < Rhythm))
            {
                _askedAt = clock.GetUtcNow();
                await ReadAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }

        var wanted = symbols.ToHashSet();
        return
        [
            .. (_known ?? [])
                .Values.Where(next => next.AnnouncedAt > after && next.AnnouncedAt <= until && wanted.Contains(next.Symbol))
                .OrderBy(next => next.Time)
                .ThenBy(next => next.Kind),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var watched = (await catalogs.LoadAsync(cancellationToken)).Pages.Keys.ToHashSet();
            var answer = await feed.GetAsync(_version, watched, cancellationToken);
            _version = answer.Version;
            _known = answer.NotModified ? _known : Known(answer.Rows.Events);
            await health.GoodAsync(cancellationToken);
        }
        catch (FetchException failure)
        {
            LogFailed(failure.Fault, failure.Message);
            await health.FailedAsync(failure, cancellationToken);
        }
    }

    /// <summary>A resumption that is told ahead counts from when it begins.</summary>
    private Dictionary<ListingEvent, ListingEvent> Known(IEnumerable<ListingEvent> events)
    {
        var now = _known is null ? DateTimeOffset.MinValue : clock.GetUtcNow();
        return events.ToDictionary(
            next => next,
            next => _known?.GetValueOrDefault(next) ?? next with { AnnouncedAt = now > next.Time ? now : next.Time }
        );
    }

    [LoggerMessage(2003, LogLevel.Warning, "The list of halts cannot be read ({Fault}): {Problem}", EventName = "HaltsUnread")]
    private partial void LogFailed(FetchFault fault, string problem);
}
