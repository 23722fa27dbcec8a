using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tests.Tables;

internal static class GivenRetention
{
    /// <summary>A rule that fired in a session and waits for its news.</summary>
    public static AwaitingNews Awaiting(SubscriberId subscriber, DateOnly session) =>
        new(
            subscriber,
            Rule.FromText("NVDA moves 5% today and news X"),
            Target.OfTopic("X"),
            new MarketEvent(
                Target.Parse("s.NVDA"),
                MetricId.DayMove,
                Direction.Down,
                0,
                50_000,
                session,
                GivenSubscriber.Now,
                GivenSubscriber.Now,
                null,
                null,
                null
            )
        );

    /// <summary>A story on NVDA and AMD.</summary>
    public static Story Story(string id, DateTimeOffset seenAt) =>
        new(id, new Article("wire", id, "A title", "", null, seenAt, null, []), seenAt, ["wire"])
        {
            Targets = [Target.Parse("s.NVDA"), Target.Parse("s.AMD")],
        };
}
