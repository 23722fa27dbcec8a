using System.Text;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Alpaca;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.News.Finnhub;
using MarketAlerts.Adapters.News.Massive;
using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Adapters.Tests.Quotes;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Tests.News.Fuzz;

/// <summary>All parsers of what others send.</summary>
internal static class FuzzTargets
{
    private static readonly CikTable Companies = CikTable.Parse(GivenNews.Bytes(GivenNews.Companies));
    private static readonly HashSet<Symbol> Known = [Symbol.Parse("XYZ"), Symbol.Parse("NVDA")];

    public static FuzzTarget[] All { get; } =
    [
        new("feeds", Seeds(GivenNews.Nasty, GivenNews.Rss, GivenNews.Rdf, GivenNews.Atom, GivenNews.OldAtom, FeedAnswers.External), body => GivenNews.Parse(body)),
        new("feeds of another charset", [Encoding.Unicode.GetBytes(GivenNews.Rss), .. Seeds(GivenNews.Nasty)], body => GivenNews.Parse(body, "utf-16")),
        new("EDGAR", Seeds(GivenNews.Edgar), body => EdgarParser.Parse("edgar", GivenNews.Answer(body), ["8-K"], Companies, GivenNews.Now)),
        new("companies", Seeds(GivenNews.Companies), body => CikTable.Parse(body)),
        new("halts", Seeds(GivenNews.Halts), body => NasdaqHaltParser.Parse("halts", GivenNews.Answer(body), Known)),
        new("Alpaca", Seeds(GivenNews.Alpaca), body => AlpacaNewsParser.Parse("alpaca", body, GivenNews.Now)),
        new("Finnhub", Seeds(GivenNews.Finnhub), body => FinnhubNewsParser.Parse("finnhub", body, GivenNews.Now)),
        new("Massive", Seeds(GivenNews.Massive), body => MassiveNewsParser.Parse("massive", body, GivenNews.Now)),
        new("Massive's snapshot", Seeds(GivenSnapshot.Of(GivenSnapshot.Nvda, GivenSnapshot.Nvda)), body => GivenSnapshot.Parse(body)),
        new("dates", Seeds("Mon, 27 January 2025 9:31:00 ET", "2025-01-27T14:31:00.5-05:00", "January 27, 2025 9:31 AM ET", "Mon Jan 27 14:31:00 2025"), body => FeedDates.Parse(Encoding.Latin1.GetString(body))),
        new("texts", Seeds("<p>A &amp;lt;b&amp;gt;<script>x</script><!-- c --> 1 < 2 &#x202E;&nbsp;</p>"), body => PlainText.Of(Encoding.Latin1.GetString(body), 300)),
    ];

    public static FuzzTarget Of(string name) => All.Single(target => target.Name == name);

    private static byte[][] Seeds(params string[] texts) => [.. texts.Select(GivenNews.Bytes)];
}
