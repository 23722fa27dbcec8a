using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>The kinds of feeds; docs/feeds.md lists them.</summary>
internal static class FeedKinds
{
    private const string EdgarEntry = "<entry><title>8-K - A (0001045810) (Filer)</title><category term=\"8-K\"/><id>urn:1</id></entry>";
    private const string HaltRow =
        "<item><n:HaltDate>01/27/2025</n:HaltDate><n:HaltTime>09:41:12</n:HaltTime><n:IssueSymbol>NVDA</n:IssueSymbol><n:ReasonCode>"
        + "T1</n:ReasonCode></item>";

    public static FeedKind[] All { get; } =
    [
        new(
            "RSS",
            2,
            GivenNews.Rss,
            Rss("<item><title>a</title></item><item><title>b</title><link>http://</link><pubDate>never</pubDate></item><item/>"),
            Rss(""),
            Rss("<item/><item><title/><link/><guid/><pubDate/></item>"),
            "<item>",
            ReadFeed
        ),
        new(
            "Atom",
            1,
            GivenNews.Atom,
            Atom("<entry><title>a</title><updated>never</updated></entry><entry/>"),
            Atom(""),
            Atom("<entry/><entry><title/><link/><id/></entry>"),
            "<entry>",
            ReadFeed
        ),
        new(
            "EDGAR",
            1,
            Atom(EdgarEntry),
            Atom($"{EdgarEntry}<entry><category/></entry>"),
            Atom(""),
            Atom("<entry><category term=\"8-K\"/></entry>"),
            "<entry>",
            ReadEdgar
        ),
        new(
            "halts",
            1,
            Halts(HaltRow),
            Halts($"<item><n:IssueSymbol>NVDA</n:IssueSymbol></item>{HaltRow}"),
            Halts(""),
            Halts("<item><n:HaltDate/><n:HaltTime/><n:IssueSymbol/></item>"),
            "<item>",
            ReadHalts
        ),
        new(
            "Alpaca",
            1,
            GivenNews.Alpaca,
            """{"news":[7,{"headline":"a","symbols":{},"created_at":7}]}""",
            """{"news":[],"next_page_token":null}""",
            """{"news":[null,{"id":null,"headline":null,"url":null}]}""",
            "[",
            Json(GivenFeeds.Alpaca)
        ),
        new(
            "Finnhub",
            2,
            GivenNews.Finnhub,
            """[{"headline":"a"},{"headline":"b","datetime":"never"},[]]""",
            "[]",
            """[null,{"id":null,"headline":null,"datetime":null,"related":null}]""",
            "[",
            Json(GivenFeeds.Finnhub)
        ),
        new(
            "Massive",
            1,
            GivenNews.Massive,
            """{"results":[{"title":"a","tickers":"?"},""]}""",
            """{"status":"OK","results":[],"count":0}""",
            """{"results":[null,{"id":null,"title":null,"tickers":null}]}""",
            "[",
            Json(GivenFeeds.Massive)
        ),
    ];

    public static FeedKind Of(string name) => All.Single(kind => kind.Name == name);

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Wire</title>{items}</channel></rss>";

    private static string Atom(string entries) => $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Wire</title>{entries}</feed>";

    private static string Halts(string items) =>
        $"<rss version=\"2.0\" xmlns:n=\"http://www.nasdaqtrader.com/\"><channel>{items}</channel></rss>";

    private static async Task<int> ReadFeed(FeedWorld world, CancellationToken cancellationToken) =>
        (await world.Client.GetAsync("wire", world.Address, FeedVersion.None, cancellationToken)).Articles.Count;

    private static async Task<int> ReadEdgar(FeedWorld world, CancellationToken cancellationToken) =>
        (
            await new EdgarFeed(
                world.Client,
                world.Clock,
                new EdgarOptions { UserAgent = "Example admin@example.com", Address = world.Address }
            ).GetAsync(
                GivenFeeds.Of(Core.Universe.FeedKind.Edgar),
                FeedVersion.None,
                _ => Task.FromResult(CikTable.Empty),
                cancellationToken
            )
        )
            .Articles
            .Count;

    private static async Task<int> ReadHalts(FeedWorld world, CancellationToken cancellationToken) =>
        (
            await new NasdaqHaltFeed(world.Client, new NasdaqHaltOptions { Address = world.Address }).GetAsync(
                FeedVersion.None,
                new HashSet<Symbol> { Symbol.Parse("NVDA") },
                cancellationToken
            )
        )
            .Rows
            .Events
            .Count;

    private static Func<FeedWorld, CancellationToken, Task<int>> Json(Func<FeedWorld, IFeedProvider> reader) =>
        async (world, cancellationToken) => (await GivenFeeds.ReadAsync(reader(world), FeedVersion.None, cancellationToken)).Articles.Count;
}
