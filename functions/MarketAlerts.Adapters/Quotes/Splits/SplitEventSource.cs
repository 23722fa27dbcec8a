using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>
/// Splits from a provider's list, read at the first poll and then once an hour: those of the last, today's and the next days. Each is told
/// from the first instant of its day in New York, again and again, so that whoever missed it takes it when it is learned. While the list
/// cannot be read, nobody announces anything new.
/// </summary>
public sealed partial class SplitEventSource(
    ISplitProvider provider,
    SourceHealthRecorder health,
    TimeProvider clock,
    ILogger<SplitEventSource> logger
) : IListingEventSource, IDisposable
{
    private const int DaysBack = 3; // A weekend after a lost session.
    private const int DaysAhead = 7;
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(1);
    private static readonly TimeSpan PauseWhenFailed = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset _nextRead = DateTimeOffset.MinValue;
    private volatile IReadOnlyList<ShareSplit> _known = [];
    private volatile bool _wasAsked;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListingEvent>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        await ReadWhenDueAsync(cancellationToken);
        var wanted = symbols.ToHashSet();
        var oldest = MarketCalendar.DateOf(until).AddDays(-DaysBack);
        return
        [
            .. _known
                .Where(split => split.From <= until && split.Day >= oldest && wanted.Contains(split.Symbol))
                .OrderBy(split => split.From)
                .Select(split => new ListingEvent(split.Symbol, split.From, ListingEventKind.Split, "", split.NewSharesPerOld)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Only the first reading keeps everybody waiting; later ones keep no other page from its quotes.</summary>
    private async Task ReadWhenDueAsync(CancellationToken cancellationToken)
    {
        if (!await _gate.WaitAsync(_wasAsked ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
        {
            return;
        }

        try
        {
            if (clock.GetUtcNow() >= _nextRead)
            {
                await ReadAsync(cancellationToken);
                _wasAsked = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var today = MarketCalendar.DateOf(clock.GetUtcNow());
        try
        {
            _known = await provider.GetAsync(today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellationToken);
            _nextRead = clock.GetUtcNow() + Rhythm;
            await health.GoodAsync(cancellationToken);
        }
        catch (FetchException failure)
        {
            var pause = failure.Fault is FetchFault.Refused ? PauseWhenRefused : PauseWhenFailed;
            _nextRead = clock.GetUtcNow() + (failure.RetryAfter > pause && failure.RetryAfter < Rhythm ? failure.RetryAfter.Value : pause);
            LogFailed(provider.Name, failure.Fault, failure.Message);
            await health.FailedAsync(failure, cancellationToken);
        }
    }

    [LoggerMessage(2006, LogLevel.Warning, "The splits of {Source} cannot be read ({Fault}): {Problem}", EventName = "SplitsUnread")]
    private partial void LogFailed(string source, FetchFault fault, string problem);
}

/// <summary>Asks one provider for the splits of some days.</summary>
public interface ISplitProvider
{
    /// <summary>Its name in the settings.</summary>
    string Name { get; }

    /// <summary>The splits whose ex-date is one of the days, of every symbol.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    Task<IReadOnlyList<ShareSplit>> GetAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
