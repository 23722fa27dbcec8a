using System.Text;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes;

/// <summary>Snapshots in the documented shape, and the parser that knows their tickers.</summary>
internal static class GivenSnapshot
{
    public static readonly string[] Tickers = ["A", "NVDA", "BRK.B", "ABCDEFGHIJKL"];

    public static MassiveSnapshotParser Parser { get; } = new(new SymbolTable(Tickers.Select(Symbol.Parse)));

    /// <summary>The ticker of NVDA at the close of 27 January 2025, every documented key in the documented order.</summary>
    public const string Nvda = """
        {"day":{"c":118.42,"h":128.4,"l":116.7,"o":124.8,"v":818830900,"vw":120.31},"fmv":118.4,
         "lastQuote":{"P":118.45,"S":22,"p":118.4,"s":13,"t":1738011599994246100},
         "lastTrade":{"c":[14,41],"i":"71675577320245","p":118.42,"s":2416,"t":1738011599630916600,"x":4},
         "min":{"av":818830900,"c":118.42,"h":118.5,"l":118.4,"o":118.45,"v":5000,"vw":118.45,"t":1738011540000,"n":5},
         "prevDay":{"c":142.62,"h":148.97,"l":141.88,"o":148.37,"v":234657635,"vw":143.6},
         "ticker":"NVDA","todaysChange":-24.2,"todaysChangePerc":-16.968,"updated":1738011599630916600}
        """;

    public static string Of(params string[] tickers) =>
        $$"""{"count":{{tickers.Length}},"status":"OK","tickers":[{{string.Join(',', tickers)}}]}""";

    public static List<Quote> Parse(string body) => Parse(Encoding.UTF8.GetBytes(body));

    public static List<Quote> Parse(byte[] body)
    {
        var quotes = new List<Quote>();
        Parser.Parse(body, quotes);
        return quotes;
    }
}
