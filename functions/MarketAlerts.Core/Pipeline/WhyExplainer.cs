using System.Globalization;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Answers why a reader was or was not told: the ledger says what became of all that reached them; what never did, levels that were not reached and quotes that the
/// guards did not take, is computed from the stored extremes, the verdicts and the reader's rules.
/// </summary>
public sealed class WhyExplainer(ICatalogStore catalogs, IMarketStore market, IRecipientStore recipients)
{
    /// <summary>All lines about a reader, in order of time; what has no time of its own, a level that the newest session did not reach, comes last.</summary>
    public async Task<IReadOnlyList<WhyLine>> ExplainAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var told = await recipients
            .ReadLedgerAsync(subscriber, cancellationToken)
            .Select(entry => new WhyLine(entry.At, entry.Decision.ToString().ToLowerInvariant(), entry.Reason))
            .ToListAsync(cancellationToken);
        if (await recipients.LoadProfileAsync(subscriber, cancellationToken) is not { } profile)
        {
            return told;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var watchers = profile.Rules.SelectMany(rule => RuleBook.Compile(profile, rule, catalog)).ToArray();
        var (below, judged) = (new List<WhyLine>(), new List<WhyLine>());
        foreach (
            var onPage in watchers
                .SelectMany(watcher => SymbolsOf(watcher, catalog))
                .Distinct()
                .Where(catalog.Pages.ContainsKey)
                .GroupBy(symbol => catalog.Pages[symbol])
        )
        {
            var page = await market.LoadPageAsync(onPage.Key, cancellationToken);
            below.AddRange(
                onPage.Select(symbol => page?.Find(symbol)).OfType<SymbolState>().SelectMany(state => BelowBar(state, watchers, catalog))
            );
            await foreach (var verdict in market.ReadVerdictsAsync(onPage.Key, cancellationToken))
            {
                judged.AddRange(
                    onPage.Contains(verdict.Symbol) && verdict.Kind is VerdictKind.Hold or VerdictKind.Reject ? [LineOf(verdict)] : []
                );
            }
        }

        return
        [
            .. told.Concat(judged).OrderBy(line => line.At).ThenBy(line => line.Decision, StringComparer.Ordinal),
            .. below.OrderBy(line => line.Reason, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Symbol> SymbolsOf(Watcher watcher, Catalog catalog) =>
        watcher.Watch.Target.Kind switch
        {
            's' => [Symbol.Parse(watcher.Watch.Target.Name)],
            'a' when catalog.Baskets.TryGetValue(watcher.Watch.Target.Name, out var basket) => basket.Members,
            _ => [],
        };

    private static WhyLine LineOf(Verdict verdict) =>
        new(
            verdict.MarketTime,
            verdict.Kind is VerdictKind.Hold ? "guard held" : "guard rejected",
            string.Create(CultureInfo.InvariantCulture, $"{verdict.Symbol} at {verdict.Price:0.00##}: {verdict.Reason}.")
        );

    /// <summary>The rules on a symbol whose level the newest session did not reach.</summary>
    private static IEnumerable<WhyLine> BelowBar(SymbolState state, Watcher[] watchers, Catalog catalog)
    {
        foreach (
            var (_, watch, rule, _) in watchers.Where(watcher =>
                watcher.Watch.Metric is not MetricId.Price && SymbolsOf(watcher, catalog).Contains(state.Symbol)
            )
        )
        {
            if (watch.Metric > MetricId.Relative && watch.Metric is not (MetricId.PreMove or MetricId.AfterMove))
            {
                continue;
            }

            var reached = state.ExtremeOf(watch.Metric, watch.Direction);
            if (reached < watch.Level.Units)
            {
                yield return new WhyLine(
                    FurthestAt(state, watch.Direction),
                    "below your bar",
                    $"{state.Symbol} {Show(watch.Metric, watch.Direction, reached)}, yours {Show(watch.Metric, watch.Direction, watch.Level.Units)} ({rule})"
                );
            }
        }
    }

    private static string Show(MetricId metric, Direction direction, long units)
    {
        var value = units / (double)Level.Scale;
        return metric switch
        {
            MetricId.Tier => value switch
            {
                >= 2 => "severe",
                >= 1 => "notable",
                _ => "not notable",
            },
            MetricId.Volume => string.Create(CultureInfo.InvariantCulture, $"{value:0.0#}x"),
            MetricId.Surprise => string.Create(
                CultureInfo.InvariantCulture,
                $"{value:0.0#} usual days {(direction is Direction.Down ? "down" : "up")}"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(direction is Direction.Down ? -value : value):+0.0#;-0.0#;0.0} %"),
        };
    }

    /// <summary>When the price was furthest that way, as far as its recent path tells.</summary>
    private static DateTimeOffset FurthestAt(SymbolState state, Direction direction)
    {
        var today = state
            .Path.Where(point => state.Session is { } session && Calendar.MarketCalendar.DateOf(TimeOf(point)) == session)
            .ToArray();
        return today.Length is 0
            ? state.QuoteTime
            : TimeOf(direction is Direction.Down ? today.MinBy(point => point.Price) : today.MaxBy(point => point.Price));
    }

    private static DateTimeOffset TimeOf(TrailPoint point) => DateTimeOffset.UnixEpoch.AddMinutes(point.Minute);
}
