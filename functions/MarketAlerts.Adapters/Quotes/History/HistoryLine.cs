using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.Quotes.History;

/// <summary>
/// One provider of daily closes in the chain. It never throws for what the provider does: whoever cannot be asked, or fails, tells what
/// came before that. The calls go into what the plan of its quotes has to spare; where that ends for the minute, it ends, and the next time
/// goes on with the symbols that are left.
/// </summary>
/// <param name="provider">The provider.</param>
/// <param name="health">Follows how it does.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class HistoryLine(
    IHistoryProvider provider,
    SourceHealthRecorder health,
    TimeProvider clock,
    ILogger<HistoryLine> logger
)
{
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PauseWhenDown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private DateTimeOffset _pausedUntil;

    /// <summary>The provider's name.</summary>
    public string Name => provider.Name;

    /// <summary>The histories of as many symbols as it could be asked about.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <param name="sessions">The sessions, oldest first.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The histories, and whether the others only wait for the plan's next minute.</returns>
    public async Task<(IReadOnlyList<DailyHistory> Histories, bool OthersWait)> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var histories = new List<DailyHistory>(symbols.Count);
        if (clock.GetUtcNow() < _pausedUntil)
        {
            return (histories, false);
        }

        try
        {
            foreach (var portion in symbols.Chunk(Math.Max(1, provider.SymbolsAtOnce(symbols.Count, sessions.Count))))
            {
                histories.AddRange(await provider.GetAsync(portion, sessions, cancellationToken));
                await health.GoodAsync(cancellationToken);
            }

            return (histories, false);
        }
        catch (FetchException failure) when (failure.IsOwnBudget)
        {
            return (histories, true);
        }
        catch (FetchException failure)
        {
            await FailAsync(failure, cancellationToken);
            return (histories, false);
        }
    }

    private async Task FailAsync(FetchException failure, CancellationToken cancellationToken)
    {
        var pause = failure.RetryAfter ?? (failure.Fault is FetchFault.Refused ? PauseWhenRefused : PauseWhenDown);
        _pausedUntil = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        LogFailed(Name, failure.Fault, failure.Message);
        await health.FailedAsync(failure, cancellationToken);
    }

    [LoggerMessage(2007, LogLevel.Warning, "Daily history from {Source} fails ({Fault}): {Problem}", EventName = "HistorySourceFails")]
    private partial void LogFailed(string source, FetchFault fault, string problem);
}
