using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketAlerts.Adapters.Tests.Quotes.Chain;

/// <summary>A provider that answers what a test says, and notes what it was asked.</summary>
internal sealed class GivenSource(string name, TimeSpan delay, int callsPerSymbol = 0) : IQuoteProvider
{
    public string Name => name;

    public TimeSpan DeclaredDelay => delay;

    public HashSet<string> Knows { get; } = [];

    public FetchException? Fails { get; set; }

    public List<string> Asked { get; } = [];

    public int CallsFor(int symbols) => Math.Max(1, callsPerSymbol * symbols);

    public Task<IReadOnlyList<Quote>> GetAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken)
    {
        Asked.Add(string.Join(' ', symbols));
        return Fails is { } failure
            ? throw failure
            : Task.FromResult<IReadOnlyList<Quote>>([
                .. symbols
                    .Where(symbol => Knows.Contains(symbol.Text))
                    .Select(symbol => new Quote(symbol, DateTimeOffset.UnixEpoch, 100, null, null, null, 100, null)),
            ]);
    }

    public QuoteLine Line(TimeProvider clock, IHealthStore health, int perMinute = 60, int? perDay = null, int? perHour = null) =>
        new(
            this,
            new CallBudget(perMinute, perDay, clock, perHour: perHour),
            new SourceHealthRecorder($"quotes.{name}", health, clock),
            clock,
            NullLogger<QuoteLine>.Instance
        );
}
