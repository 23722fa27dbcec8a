using System.Text;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Alpaca;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.News.Finnhub;
using MarketAlerts.Adapters.News.Massive;
using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Adapters.Tests.News;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>The parsers of news, filings and halts.</summary>
internal static class FuzzedNews
{
    private const string Blocked = "<html><body><h1>Request Rate Threshold Exceeded</h1></body></html>";
    private const string Unnamed =
        "<!DOCTYPE html><html><body><h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>";

    private static readonly CikTable Companies = CikTable.Parse(GivenNews.Bytes(GivenNews.Companies));
    private static readonly HashSet<Symbol> Known = [Symbol.Parse("XYZ"), Symbol.Parse("NVDA")];
    private static readonly HttpClient Http = new();
    private static readonly HostThrottle Throttle = new(TimeProvider.System, HostThrottle.UsualInterval);
    private static readonly NewsApi Api = new(
        new FeedClient(Http, Throttle, TimeProvider.System, new FeedOptions()),
        new CallBudget(1_000, null, TimeProvider.System),
        "https://api.massive.com",
        "keys"
    );

    public static FuzzTarget[] Targets { get; } =
    [
        Target(
            "feeds",
            FuzzTargets.Seeds(GivenNews.Nasty, GivenNews.Rss, GivenNews.Rdf, GivenNews.Atom, GivenNews.OldAtom, FeedAnswers.External),
            body => GivenNews.Parse(body),
            typeof(FeedParser),
            typeof(FeedXml),
            typeof(FeedText)
        ),
        Target(
            "feeds of another charset",
            [Encoding.Unicode.GetBytes(GivenNews.Rss), .. FuzzTargets.Seeds(GivenNews.Nasty)],
            body => GivenNews.Parse(body, "utf-16"),
            typeof(FeedParser)
        ),
        Target(
            "EDGAR",
            FuzzTargets.Seeds(GivenNews.Edgar),
            body => EdgarParser.Parse("edgar", GivenNews.Answer(body), ["8-K"], Companies, GivenNews.Now),
            typeof(EdgarParser)
        ),
        Target(
            "EDGAR's refusals",
            FuzzTargets.Seeds(GivenNews.Edgar, Blocked, Unnamed),
            body => EdgarRefusal.Check(GivenNews.Answer(body)),
            typeof(EdgarRefusal)
        ),
        Target(
            "companies",
            FuzzTargets.Seeds(GivenNews.Companies),
            body => CikTable.Parse(body),
            typeof(CikTable),
            typeof(NewsJsonElements)
        ),
        Target(
            "halts",
            FuzzTargets.Seeds(GivenNews.Halts),
            body => NasdaqHaltParser.Parse("halts", GivenNews.Answer(body), Known),
            typeof(NasdaqHaltParser)
        ),
        Target(
            "Finnhub's news",
            FuzzTargets.Seeds(GivenNews.Finnhub, """{"error":"API limit reached."}"""),
            body => FinnhubNewsParser.Parse("finnhub", body, GivenNews.Now),
            typeof(FinnhubNewsParser)
        ),
        Target(
            "Alpaca's news",
            FuzzTargets.Seeds(
                GivenNews.Alpaca,
                GivenNews.Alpaca.Replace("\"x\"", "\"MTczNzk4ODI2MDAwMDAwMDAwMHw0MzIxMDAwMQ==\""),
                """{"news":[],"next_page_token":null}""",
                """{"message":"forbidden."}"""
            ),
            body => ReadPage(AlpacaNewsFeed.DialectOf(Api), body),
            typeof(AlpacaNewsParser),
            typeof(JsonNewsParser)
        ),
        Target(
            "Massive's news",
            FuzzTargets.Seeds(
                GivenNews.Massive,
                GivenNews.Massive.Replace("/next", "/v2/reference/news?cursor=YXA9MjAyNQ%3D%3D"),
                """{"results":[],"status":"OK"}""",
                """{"status":"ERROR","error":"Unknown API Key"}"""
            ),
            body => ReadPage(MassiveNewsFeed.DialectOf(Api), body),
            typeof(MassiveNewsParser),
            typeof(JsonNewsParser)
        ),
        Target(
            "dates",
            FuzzTargets.Seeds(
                "Mon, 27 January 2025 9:31:00 ET",
                "2025-01-27T14:31:00.5-05:00",
                "January 27, 2025 9:31 AM ET",
                "Mon Jan 27 14:31:00 2025"
            ),
            body => FeedDates.Parse(Encoding.Latin1.GetString(body))
        ),
        Target(
            "links",
            FuzzTargets.Seeds(
                "https://news.example:8443/a/../b?q=1&utm_source=rss#x",
                "/a/1",
                "//other.example/%e2%82%ac",
                "http://[2001:db8::1]/x",
                "https://bücher.example/ä"
            ),
            ReadLink
        ),
        Target(
            "texts",
            FuzzTargets.Seeds("<p>A &amp;lt;b&amp;gt;<script>x</script><!-- c --> 1 < 2 &#x202E;&nbsp;</p>"),
            body => HtmlToText.Strip(Encoding.Latin1.GetString(body), 300)
        ),
    ];

    private static FuzzTarget Target(string name, byte[][] seeds, Action<byte[]> read, params Type[] parsers) =>
        new(name, seeds, read) { Parsers = parsers, Refusals = FuzzTargets.FetchRefusals };

    /// <summary>A page, and the address of the next one as far as asking for it.</summary>
    private static void ReadPage(NewsDialect dialect, byte[] body)
    {
        var page = dialect.Parse("news", body, GivenNews.Now);
        page.Articles.ToList().ForEach(article => dialect.TimeOf(article));
        if (page.Next is not "" && dialect.NextOf(dialect.First("2025-01-20T22:00:00Z"), page) is { } next && Api.IsOwn(next))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            FuzzTargets.MustBe(
                request.RequestUri!.AbsoluteUri.StartsWith("https://api.massive.com/", StringComparison.Ordinal),
                "a next page is at the provider"
            );
        }
    }

    private static void ReadLink(byte[] body)
    {
        foreach (var text in (string[])[Encoding.Latin1.GetString(body), Encoding.UTF8.GetString(body)])
        {
            var links = ((Uri?[])[FeedLinks.Parse(text, null), FeedLinks.Parse(text, GivenNews.Address)]).OfType<Uri>();
            FuzzTargets.MustBe(
                links.All(link => link.AbsoluteUri.StartsWith("http", StringComparison.Ordinal) && link.IdnHost is not ""),
                "a link is http or https, of a host"
            );
        }
    }
}
