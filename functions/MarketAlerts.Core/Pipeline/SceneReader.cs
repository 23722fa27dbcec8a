using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Reads how an incident's symbols stand now: newest figures of everybody a mail names, recent paths of the largest movers.</summary>
public sealed class SceneReader(IMarketStore market, BasketMeter meter)
{
    private const int MostPaths = 15;

    /// <summary>Reads the pages of the incident's symbols.</summary>
    public async Task<MailScene> ReadAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken)
    {
        var named = incident.Members.Select(member => member.Reading).Concat(incident.AlsoMoving).Concat(incident.NotMoving)
            .Select(reading => Symbol.Parse(reading.Symbol)).Where(catalog.Pages.ContainsKey);
        var (states, delay) = (new Dictionary<string, SymbolState>(), TimeSpan.Zero);
        foreach (var onPage in named.Distinct().GroupBy(symbol => catalog.Pages[symbol]))
        {
            var page = await market.LoadPageAsync(onPage.Key, cancellationToken);
            delay = page?.DeclaredDelay > delay ? page.DeclaredDelay : delay;
            foreach (var state in onPage.Select(symbol => page?.Find(symbol)).OfType<SymbolState>())
            {
                states[state.Symbol.Text] = state;
            }
        }

        var leading = incident.Members.Take(MostPaths).Select(member => states.GetValueOrDefault(member.Reading.Symbol)).OfType<SymbolState>();
        return new MailScene(
            states.Values.Select(state => MemberReading.Of(state, meter.Bars)).OfType<MemberReading>().ToDictionary(reading => reading.Symbol),
            [.. leading.Where(state => state.PreviousClose is > 0)
                .Select(state => new MailPath(state.Symbol.Text, state.PreviousClose!.Value, [.. state.Path]))],
            delay)
        {
            Basket = BasketOf(incident, catalog, states),
        };
    }

    /// <summary>The basket as far as its members are named: the others barely move, and a mail shows them as such.</summary>
    private BasketReading? BasketOf(Incident incident, Catalog catalog, Dictionary<string, SymbolState> states) =>
        incident.Target.IsBasket && catalog.Baskets.TryGetValue(incident.Target.Name, out var basket)
            ? meter.Read(basket, null, states.Values.ToDictionary(state => state.Symbol), DateTimeOffset.MinValue)
            : null;
}
