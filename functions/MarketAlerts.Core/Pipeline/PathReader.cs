using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Reads the recent paths of an incident's leading members, for the sparkline.</summary>
public sealed class PathReader(IMarketStore market)
{
    private const int MostPaths = 15;

    /// <summary>The paths of the largest movers.</summary>
    public async Task<IReadOnlyList<MailPath>> ReadAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken)
    {
        var symbols = incident.Members.Take(MostPaths).Select(member => Symbol.Parse(member.Reading.Symbol)).Where(catalog.Pages.ContainsKey);
        var paths = new List<MailPath>();
        foreach (var onPage in symbols.GroupBy(symbol => catalog.Pages[symbol]))
        {
            var page = await market.LoadPageAsync(onPage.Key, cancellationToken);
            paths.AddRange(onPage.Select(symbol => page?.Find(symbol)).OfType<SymbolState>()
                .Where(state => state.PreviousClose is > 0)
                .Select(state => new MailPath(state.Symbol.Text, state.PreviousClose!.Value, [.. state.Trail.Points])));
        }

        return paths;
    }
}
