using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>A provider of one close a symbol that answers what a test says, and notes what it was asked.</summary>
internal sealed class GivenDays(string name, int atOnce = 10) : IHistoryProvider
{
    public string Name => name;

    public HashSet<string> Knows { get; } = ["NVDA", "AMD"];

    /// <summary>The failure before a portion, if any.</summary>
    public Func<string, FetchException?> Fails { get; set; } = _ => null;

    public List<string> Asked { get; } = [];

    public int SymbolsAtOnce(int symbols, int sessions) => atOnce;

    public Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        var asked = string.Join(' ', symbols);
        Asked.Add(asked);
        return Fails(asked) is { } failure
            ? throw failure
            : Task.FromResult<IReadOnlyList<DailyHistory>>([
                .. symbols.Select(symbol => new DailyHistory(
                    symbol,
                    Knows.Contains(symbol.Text) ? [new DailyClose(sessions[^1], 100, 7)] : []
                )),
            ]);
    }

    public HistoryLine Line(TimeProvider clock, IHealthStore health) =>
        new(this, new SourceHealthRecorder($"history.{name}", health, clock), clock, NullLogger<HistoryLine>.Instance);
}
