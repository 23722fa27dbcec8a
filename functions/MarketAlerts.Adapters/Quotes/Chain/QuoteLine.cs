using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>
/// One provider in the chain, with its budget, the symbols it does not know, and how it does. It never throws for what the provider does:
/// whoever cannot be asked, or fails, answers with nothing.
/// </summary>
public sealed partial class QuoteLine
{
    private const int PollsPerHour = 60;
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly IQuoteProvider _provider;
    private readonly CallBudget _budget;
    private readonly SourceHealthRecorder _health;
    private readonly SymbolQuarantine _quarantine;
    private readonly TimeProvider _clock;
    private readonly ILogger<QuoteLine> _logger;
    private long _pausedUntil; // UTC ticks: the pages of a poll ask at the same time, and a number is never half written.

    /// <summary>Makes a line.</summary>
    public QuoteLine(IQuoteProvider provider, CallBudget budget, SourceHealthRecorder health, TimeProvider clock, ILogger<QuoteLine> logger)
    {
        (_provider, _budget, _health, _clock, _logger) = (provider, budget, health, clock, logger);
        _quarantine = new SymbolQuarantine(clock);
    }

    /// <summary>The provider's name.</summary>
    public string Name => _provider.Name;

    /// <summary>How late the provider says its quotes are.</summary>
    public TimeSpan DeclaredDelay => _provider.DeclaredDelay;

    /// <summary>How it did when it was last asked, or null before that.</summary>
    public SourceHealth? Health => _health.Last;

    /// <summary>The provider's newest quotes of some symbols; none while it pauses or fails.</summary>
    public async Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        var admitted = _quarantine.Admitted(symbols);
        if (admitted.Count is 0 || _clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _pausedUntil))
        {
            return [];
        }

        try
        {
            var quotes = await _provider.GetAsync(admitted, cancellationToken);
            _quarantine.Note(admitted, quotes);
            await _health.GoodAsync(cancellationToken);
            return quotes;
        }
        catch (FetchException failure)
        {
            await FailAsync(failure, cancellationToken);
            return [];
        }
    }

    /// <summary>Why the plan cannot serve so many symbols a poll, with the arithmetic; null when it can.</summary>
    /// <param name="symbols">How many.</param>
    /// <param name="pollsPerDay">How often a day, a minute apart.</param>
    public string? Refusal(int symbols, int pollsPerDay)
    {
        long calls = _provider.CallsFor(symbols);
        var (anHour, aDay) = (calls * PollsPerHour, calls * pollsPerDay);
        var excess =
            calls > _budget.PerMinute ? $"the plan allows {_budget.PerMinute} a minute"
            : anHour > _budget.PerHour ? $"{PollsPerHour} polls an hour make {anHour}, the plan allows {_budget.PerHour} an hour"
            : aDay > _budget.PerDay ? $"{pollsPerDay} polls a day make {aDay}, the plan allows {_budget.PerDay} a day"
            : null;
        return excess is null ? null : $"{Name}: {symbols} symbols take {calls} calls a poll; {excess}.";
    }

    /// <summary>Who refuses a key, or asks for patience, is left alone; who is merely down is asked again at the next poll.</summary>
    private async Task FailAsync(FetchException failure, CancellationToken cancellationToken)
    {
        var pause = failure.Fault switch
        {
            FetchFault.Refused => failure.RetryAfter ?? PauseWhenRefused,
            _ => failure.RetryAfter ?? TimeSpan.Zero,
        };
        Interlocked.Exchange(ref _pausedUntil, (_clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause)).UtcTicks);
        LogFailed(Name, failure.Fault, failure.Message);
        await _health.FailedAsync(failure, cancellationToken);
    }

    [LoggerMessage(2001, LogLevel.Warning, "Quote source {Source} fails ({Fault}): {Problem}", EventName = "QuoteSourceFails")]
    private partial void LogFailed(string source, FetchFault fault, string problem);
}
