using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>
/// Reads the filings at the SEC, with the tickers of the companies, which are asked for once a day and kept. While they cannot be had the
/// filings are read with those of before, or without any, and the tickers are asked for again every ten minutes.
/// </summary>
/// <param name="edgar">Asks.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class EdgarProvider(EdgarFeed edgar, TimeProvider clock, ILogger<EdgarProvider> logger) : IFeedProvider, IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _gate = new(1);
    private CikTable _table = CikTable.Empty;
    private DateTimeOffset _askAt = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public FeedKind Kind => FeedKind.Edgar;

    /// <inheritdoc/>
    public Task<FeedAnswer> ReadAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        edgar.GetAsync(feed, version, TickersAsync, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<CikTable> TickersAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() >= _askAt)
            {
                await RefreshAsync(cancellationToken);
            }

            return _table;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            _table = await edgar.GetTickersAsync(cancellationToken);
            _askAt = clock.GetUtcNow() + KeptFor;
        }
        catch (FetchException failure)
        {
            _askAt = clock.GetUtcNow() + AgainAfter;
            LogUnread(_table.Count, failure.Fault, failure.Message);
        }
    }

    [LoggerMessage(
        2005,
        LogLevel.Warning,
        "The tickers of companies at the SEC cannot be read, filings keep the {Count} known ones ({Fault}): {Problem}",
        EventName = "TickersUnread"
    )]
    private partial void LogUnread(int count, FetchFault fault, string problem);
}
