using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Splits;

/// <summary>
/// Rescales the price rules on a symbol that split, tells their subscribers, and lets the rules go on. A crash anywhere does it again: each
/// profile remembers the split, a notice is filed once, and once the rules go on the message changes nothing.
/// </summary>
public sealed class SplitRescaler(
    MarketClock clock,
    ICatalogStore catalogs,
    PriceRelease release,
    RuleRescaler rescaler,
    IDeliveryStore deliveries,
    GroupWait wait,
    EventPublisher publisher
)
{
    private const int SubscribersPerMessage = 200;

    /// <summary>Rescales; of many subscribers a part, and asks for the rest.</summary>
    public async Task RescaleAsync(RescaleRequest request, CancellationToken cancellationToken)
    {
        var symbol = request.Symbol;
        if (await release.WaitingAsync(request.Page, symbol, request.Day, cancellationToken) is not { } split)
        {
            return;
        }

        var catalog = await catalogs.LoadAsync(cancellationToken);
        var targets = catalog.BasketsOf(symbol).Select(basket => Target.OfAnyIn(basket.Name)).Prepend(Target.OfSymbol(symbol));
        var subscribers = (await release.SubscribersAsync(targets, catalog, cancellationToken))
            .Where(subscriber => request.After is not { } done || subscriber.CompareTo(done) > 0)
            .ToArray();
        await RescaleAsync(subscribers.Take(SubscribersPerMessage), split, catalog, cancellationToken);
        if (subscribers.Length > SubscribersPerMessage)
        {
            await publisher.PublishAsync(request with { After = subscribers[SubscribersPerMessage - 1] }, cancellationToken);
            return;
        }

        await release.ReleaseAsync(request.Page, symbol, request.Day, catalog, cancellationToken);
    }

    private async Task RescaleAsync(
        IEnumerable<SubscriberId> subscribers,
        ShareSplit split,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var id = MessageId.OfSplit(split.Symbol, split.Day);
        var failures = new List<Exception>();
        foreach (var subscriber in subscribers)
        {
            // One subscriber's trouble does not stop the others; the message comes back for it.
            try
            {
                await rescaler.RescaleAsync(
                    subscriber,
                    split,
                    id,
                    catalog,
                    rules => TellAsync(subscriber, split, id, rules, cancellationToken),
                    cancellationToken
                );
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>Nobody wakes up for it: the next minute's look at what is due finds it.</summary>
    private Task TellAsync(SubscriberId subscriber, ShareSplit split, string id, SplitRules rules, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var incident = string.Create(CultureInfo.InvariantCulture, $"{split.Symbol}-split-{split.Day:yyyyMMdd}");
        var entry = new AlertEntry(EntryKind.Notice, incident, split.Day, [], [split.Symbol], Severity.Plain, now, now)
        {
            Notice = SplitWording.Write(split, rules.Changed, rules.Left),
        };
        return deliveries.FileAsync(id, [new DeliveryItem(subscriber, id, wait.DueFrom(now, [entry]), [entry])], cancellationToken);
    }
}
