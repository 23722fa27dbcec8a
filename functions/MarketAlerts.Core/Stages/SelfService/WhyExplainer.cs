using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// Answers why a subscriber was or was not told: the ledger says what became of all that reached them; what never did, levels that were not
/// reached and quotes that the guards did not take, is computed from the stored extremes, the verdicts and the subscriber's rules.
/// </summary>
public sealed class WhyExplainer(ICatalogStore catalogs, IMarketStore market, IProfileStore profiles, ILedgerStore ledger)
{
    /// <summary>
    /// All lines about a subscriber, in order of time; what has no time of its own, a level that the newest session did not reach, comes
    /// last.
    /// </summary>
    public async Task<IReadOnlyList<WhyLine>> ExplainAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var told = await ledger
            .ReadLedgerAsync(subscriber, cancellationToken)
            .Select(entry => new WhyLine(entry.At, entry.Decision.ToString().ToLowerInvariant(), entry.Reason))
            .ToListAsync(cancellationToken);
        if (await profiles.LoadProfileAsync(subscriber, cancellationToken) is not { } profile)
        {
            return told;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var subscriptions = profile.Rules.SelectMany(rule => RuleRegistration.Compile(profile.Id, rule, catalog)).ToArray();
        var (below, judged) = (new List<WhyLine>(), new List<WhyLine>());
        foreach (var onPage in PagesOf(subscriptions, catalog))
        {
            var page = await market.LoadPageAsync(onPage.Key, cancellationToken);
            below.AddRange(
                onPage
                    .Select(symbol => page?.Find(symbol))
                    .OfType<SymbolState>()
                    .SelectMany(state => BelowThreshold(state, subscriptions, catalog))
            );
            judged.AddRange(await JudgedAsync(onPage, cancellationToken));
        }

        return
        [
            .. told.Concat(judged).OrderBy(line => line.At).ThenBy(line => line.Decision, StringComparer.Ordinal),
            .. below.OrderBy(line => line.Reason, StringComparer.Ordinal),
        ];
    }

    /// <summary>The symbols that the rules are about, by the page that holds them.</summary>
    private static IEnumerable<IGrouping<string, Symbol>> PagesOf(Subscription[] subscriptions, Catalog catalog) =>
        subscriptions
            .SelectMany(subscription => SymbolsOf(subscription, catalog))
            .Distinct()
            .Where(catalog.Pages.ContainsKey)
            .GroupBy(symbol => catalog.Pages[symbol]);

    /// <summary>What the guards did not take of a page's symbols.</summary>
    private async Task<IReadOnlyList<WhyLine>> JudgedAsync(IGrouping<string, Symbol> onPage, CancellationToken cancellationToken) =>
        await market
            .ReadVerdictsAsync(onPage.Key, cancellationToken)
            .Where(verdict => onPage.Contains(verdict.Symbol) && verdict.Kind is VerdictKind.Hold or VerdictKind.Reject)
            .Select(LineOf)
            .ToListAsync(cancellationToken);

    private static IEnumerable<Symbol> SymbolsOf(Subscription subscription, Catalog catalog) =>
        subscription.RuleLevel.Target is { IsBasket: false, IsTopic: false } target ? WantedLevelPlan.SymbolsOf(target, catalog) : [];

    private static WhyLine LineOf(Verdict verdict) =>
        new(
            verdict.MarketTime,
            verdict.Kind is VerdictKind.Hold ? "guard held" : "guard rejected",
            string.Create(CultureInfo.InvariantCulture, $"{verdict.Symbol} at {verdict.Price:0.00##}: {verdict.Reason}.")
        );

    /// <summary>The rules on a symbol whose level the newest session did not reach.</summary>
    private static IEnumerable<WhyLine> BelowThreshold(SymbolState state, Subscription[] subscriptions, Catalog catalog)
    {
        foreach (
            var (_, ruleLevel, rule) in subscriptions.Where(subscription =>
                subscription.RuleLevel.Metric is not MetricId.Price && SymbolsOf(subscription, catalog).Contains(state.Symbol)
            )
        )
        {
            if (ruleLevel.Metric > MetricId.Relative && ruleLevel.Metric is not (MetricId.PreMove or MetricId.AfterMove))
            {
                continue;
            }

            var reached = state.ExtremeOf(ruleLevel.Metric, ruleLevel.Direction);
            if (reached < ruleLevel.Level.Units)
            {
                yield return new WhyLine(
                    FurthestAt(state, ruleLevel.Direction),
                    "below your trigger",
                    $"{state.Symbol} {Show(ruleLevel.Metric, ruleLevel.Direction, reached)}, yours "
                        + $"{Show(ruleLevel.Metric, ruleLevel.Direction, ruleLevel.Level.Units)} ({rule})"
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
        var today = state.Path.Where(point => state.Session is { } session && MarketCalendar.DateOf(TimeOf(point)) == session).ToArray();
        return today.Length is 0
            ? state.QuoteTime
            : TimeOf(direction is Direction.Down ? today.MinBy(point => point.Price) : today.MaxBy(point => point.Price));
    }

    private static DateTimeOffset TimeOf(TrailPoint point) => DateTimeOffset.UnixEpoch.AddMinutes(point.Minute);
}

/// <summary>One decision about an incident for one subscriber, as they may read it.</summary>
/// <param name="At">When it was decided (UTC).</param>
/// <param name="Decision">Such as sent, held, dropped.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record WhyLine(DateTimeOffset At, string Decision, string Reason);
