using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Reads how an incident's symbols stand now: newest figures of everybody a mail names, recent paths of the largest movers.
/// </summary>
public sealed class MarketSnapshotLoader(IMarketStore market, BasketMeter meter)
{
    private const int MostPaths = 15;
    private static readonly Symbol[] Market = [Symbol.Parse("SPY"), Symbol.Parse("QQQ")];

    /// <summary>Reads the pages of the incident's symbols.</summary>
    public async Task<MarketSnapshot> ReadAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken)
    {
        var basket = incident.Target.IsBasket ? catalog.Baskets.GetValueOrDefault(incident.Target.Name) : null;
        Symbol[] marks = [.. (basket?.Benchmark ?? BenchmarkOf(incident, catalog)) is { } mark ? [mark] : Array.Empty<Symbol>(), .. Market];
        var leading = incident.Members.Select(member => member.Reading.Symbol).ToArray();
        var beside = incident.AlsoMoving.Concat(incident.NotMoving).Select(reading => reading.Symbol);
        var (states, delay) = await LoadAsync([.. leading, .. beside, .. basket?.Members ?? [], .. marks], catalog, cancellationToken);
        var readings = states
            .Values.Select(state => MemberReading.Read(state, meter.Thresholds))
            .OfType<MemberReading>()
            .ToDictionary(reading => reading.Symbol);
        var drawn = leading
            .Take(MostPaths)
            .Select(symbol => states.GetValueOrDefault(symbol))
            .OfType<SymbolState>()
            .Where(state => state.PreviousClose is > 0);
        var compared = (basket?.Members ?? leading.Take(1)).Select(symbol => states.GetValueOrDefault(symbol)).OfType<SymbolState>();
        return new MarketSnapshot(
            readings,
            [.. drawn.Select(state => new MailPath(state.Symbol, state.PreviousClose!.Value, [.. state.Path]))],
            delay
        )
        {
            Basket = basket is null ? null : meter.Read(basket, null, states, DateTimeOffset.MinValue),
            Benchmarks =
            [
                .. marks
                    .Distinct()
                    .Where(mark => mark != incident.Target.Symbol)
                    .Select(mark => readings.GetValueOrDefault(mark))
                    .OfType<MemberReading>(),
            ],
            EarlierMoves = EarlierMoves.MedianMoves([.. compared.Select(state => state.Closes)]),
        };
    }

    private async Task<(Dictionary<Symbol, SymbolState> States, TimeSpan Delay)> LoadAsync(
        IEnumerable<Symbol> symbols,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var (states, delay) = (new Dictionary<Symbol, SymbolState>(), TimeSpan.Zero);
        foreach (var onPage in symbols.Distinct().Where(catalog.Pages.ContainsKey).GroupBy(symbol => catalog.Pages[symbol]))
        {
            var page = await market.LoadPageAsync(onPage.Key, cancellationToken);
            delay = page?.DeclaredDelay > delay ? page.DeclaredDelay : delay;
            foreach (var state in onPage.Select(symbol => page?.Find(symbol)).OfType<SymbolState>())
            {
                states[state.Symbol] = state;
            }
        }

        return (states, delay);
    }

    /// <summary>What a stock is measured against; a topic of the news against nothing.</summary>
    private static Symbol? BenchmarkOf(Incident incident, Catalog catalog) =>
        incident.Target.Symbol is { } symbol ? catalog.BenchmarkOf(symbol) : null;
}
