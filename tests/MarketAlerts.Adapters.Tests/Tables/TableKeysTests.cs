using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>A changed key is lost data: every expectation here is the text itself.</summary>
public sealed class TableKeysTests
{
    private const string Ana = "0123456789abcdef";
    private static readonly SubscriberId Subscriber = SubscriberId.Parse(Ana);
    private static readonly DateTimeOffset Instant = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Constants_ArePinned_WhenDataIsStored() =>
        string.Join(
                ' ',
                TableKeys.State,
                TableKeys.Baskets,
                TableKeys.BasketLevels,
                TableKeys.LevelPrefix,
                TableKeys.VerdictPrefix,
                TableKeys.WaitPrefix,
                TableKeys.MailPrefix,
                TableKeys.LedgerPrefix
            )
            .ShouldBe("state baskets basket-levels level| verdict| wait| mail| ledger|");

    [Fact]
    public void Prefixes_AreThoseOfTheKeys_WhenRowsAreFoundByThem()
    {
        TableKeys.ToldOf("chips-down-20250127").ShouldStartWith(TableKeys.ToldPrefix);
        TableKeys.FiledOf("m1", 0).ShouldBe($"{TableKeys.FiledPrefix}m1|0000");
        TableKeys.ContentOf("abc").ShouldBe($"{TableKeys.ContentPrefix}abc");
        TableKeys.VotesOf(Subscriber).ShouldBe($"{TableKeys.VotePrefix}{Ana}|");
        TableKeys.MailsOf(Subscriber).ShouldBe($"mail|{Ana}|");
        TableKeys.OnceOf(Subscriber, Rule.FromText("NVDA below 100 once")).ShouldStartWith(TableKeys.OncesOf(Subscriber));
        TableKeys.AwaitingOf(Target.OfSymbol(Symbol.Parse("NVDA"))).ShouldBe($"{TableKeys.AwaitingPrefix}s.NVDA");
        TableKeys.IsAwaitedBy($"20250127|{Ana}|0000000000000001|s.NVDA|0", Subscriber).ShouldBeTrue();
        TableKeys.SectionIn("p0003.5|2|0").ShouldBe(("p0003.5", MetricId.DayMove, Direction.Down));
    }

    [Fact]
    public void LevelOf_IsPinned_WhenDataIsStored() => TableKeys.LevelOf(Target.OfSymbol(Symbol.Parse("BRK.B"))).ShouldBe("level|s.BRK.B");

    [Fact]
    public void VerdictsOf_IsPinned_WhenDataIsStored() => TableKeys.VerdictsOf(Instant).ShouldBe("verdict|0638735850000000000");

    [Fact]
    public void SubscriptionsOf_IsPinned_WhenDataIsStored()
    {
        var catalog = new Catalog([], new Dictionary<Symbol, string> { [Symbol.Parse("NVDA")] = "p0003" });
        TableKeys
            .SubscriptionsOf(catalog.SectionOf(Target.OfSymbol(Symbol.Parse("NVDA"))), MetricId.DayMove, Direction.Down)
            .ShouldBe("p0003.1|2|0");
        TableKeys.SubscriptionsOf(catalog.SectionOf(Target.OfBasket("chips")), MetricId.Breadth, Direction.Up).ShouldBe("b.chips|8|1");
        TableKeys.SubscriptionsOf(catalog.SectionOf(Target.OfAnyIn("chips")), MetricId.Tier, Direction.Down).ShouldBe("a.chips|6|0");
    }

    [Fact]
    public void Level_SortsAsNumbers_WhenComparedAsText()
    {
        TableKeys.Level(50_000).ShouldBe("00000000050000");
        string.CompareOrdinal(TableKeys.Level(99_999), TableKeys.Level(100_000)).ShouldBeLessThan(0);
    }

    [Fact]
    public void SubscriptionOf_IsPinned_WhenDataIsStored()
    {
        var ruleLevel = new RuleLevel(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.DayMove, Direction.Down, new Level(50_000));

        var key = TableKeys.SubscriptionOf(new Subscription(Subscriber, ruleLevel, Rule.FromText("NVDA falls 5% today")));

        key.ShouldBe($"s.NVDA|00000000050000|{Ana}|bb0a7ffe036a31b1");
        TableKeys.WatchedBy(key).ShouldBe((ruleLevel.Target, ruleLevel.Level));
    }

    [Fact]
    public void VoteOf_IsPinned_WhenDataIsStored()
    {
        TableKeys.VotesOf(Subscriber).ShouldBe($"vote|{Ana}|");
        TableKeys
            .VoteOf(new Vote(Subscriber, "chips-down-20250127", 0x2a, Rule.FromText(""), VoteKind.Noise, Instant))
            .ShouldBe($"vote|{Ana}|fc7325d7cf3f3013|000000000000002a");
    }

    [Fact]
    public void RecipientKeys_ArePinned_WhenDataIsStored()
    {
        TableKeys.ProfileOf(Subscriber).ShouldBe($"profile|{Ana}");
        TableKeys.FiledOf("m1", 7).ShouldBe("filed|m1|0007");
        TableKeys.ToldTo(Subscriber).ShouldBe($"history|{Ana}");
        TableKeys.ToldOf("chips-down-20250127", Subscriber).ShouldBe($"told|chips-down-20250127|{Ana}");
        TableKeys.ContentOf("00ff").ShouldBe("content|00ff");
        TableKeys.OnceOf(Subscriber, Rule.FromText("NVDA falls 5% today")).ShouldBe($"once|{Ana}|bb0a7ffe036a31b1");
        TableKeys.MailOf(Subscriber, "20250127.chips-down-20250127.0001").ShouldBe($"mail|{Ana}|20250127.chips-down-20250127.0001");
        TableKeys.Bucket(7).ShouldBe("b0007");
    }

    [Fact]
    public void WaitOf_IsPinned_WhenDataIsStored()
    {
        TableKeys.WaitOf(new Waiting(Subscriber, Instant, WaitingKind.Item, "m1")).ShouldBe($"wait|0638735850000000000|{Ana}|i|m1");
        TableKeys.WaitOf(new Waiting(Subscriber, Instant, WaitingKind.Mail, "k1")).ShouldBe($"wait|0638735850000000000|{Ana}|m|k1");
    }

    [Fact]
    public void LedgerOf_SortsTheNewestFirst_WhenComparedAsText()
    {
        var entry = new LedgerEntry(Subscriber, Instant, DeliveryStep.Sent, "k1", "Because.");

        TableKeys.LedgerOf(entry).ShouldBe($"ledger|{Ana}|8584636186854775807|sent|k1");
        TableKeys.LedgerIn(TableKeys.LedgerOf(entry)).ShouldBe((entry.Subscriber, entry.At, entry.Decision, entry.Subject));
        string.CompareOrdinal(TableKeys.LedgerOf(entry with { At = Instant.AddTicks(1) }), TableKeys.LedgerOf(entry)).ShouldBeLessThan(0);
    }

    [Fact]
    public void NewsKeys_ArePinned_WhenDataIsStored()
    {
        var story = new Story("a1", new Article("wire", "1", "", "", null, Instant.AddMinutes(-1), null, []), Instant, []);
        var awaiting = new AwaitingNews(
            Subscriber,
            Rule.FromText("NVDA falls 5% today"),
            Target.Parse("t.ff"),
            new MarketEvent(
                Target.Parse("s.NVDA"),
                MetricId.DayMove,
                Direction.Up,
                0,
                1,
                new DateOnly(2025, 1, 27),
                Instant,
                Instant,
                null,
                null,
                null
            )
        );

        string.Join(' ', TableKeys.Stories, TableKeys.Topics, TableKeys.Feeds).ShouldBe("stories topics feeds");
        TableKeys.StoryOf(story).ShouldBe("0638735850000000000|a1");
        TableKeys.SeenFrom(Instant).ShouldBe("0638735850000000000|");
        TableKeys.StoryAboutOf(story).ShouldBe("8584636187454775807|a1");
        TableKeys.AboutUntil(Instant.AddMinutes(-1)).ShouldBe("8584636187454775807}");
        TableKeys.AwaitingOf(awaiting.News).ShouldBe("await|t.ff");
        TableKeys.AwaitingOf(awaiting).ShouldBe($"20250127|{Ana}|bb0a7ffe036a31b1|s.NVDA|1");
        TableKeys.AboutFrom(Instant.AddMinutes(-1)).ShouldBe("8584636187454775807|");
    }

    [Fact]
    public void SessionAndHistory_ArePinned_WhenDataIsStored()
    {
        TableKeys.Session(new DateOnly(2025, 1, 7)).ShouldBe("20250107");
        TableKeys.HistoryOf(Symbol.Parse("BRK.B")).ShouldBe("BRK.B");
    }

    [Fact]
    public void Health_IsPinned_WhenDataIsStored()
    {
        (TableKeys.Sources, TableKeys.Quotas, TableKeys.Openings, TableKeys.Latencies, TableKeys.Alarms, TableKeys.LatencyAlarm).ShouldBe(
            ("sources", "quotas", "openings", "latencies", "alarms", "latency")
        );
        TableKeys.LatenciesOf(Instant, "b0007").ShouldBe("0638735850000000000|b0007");
    }

    [Fact]
    public void After_LiesRightBehindThePrefix_WhenComparedAsText() => TableKeys.After("wait|").ShouldBe("wait}");
}
