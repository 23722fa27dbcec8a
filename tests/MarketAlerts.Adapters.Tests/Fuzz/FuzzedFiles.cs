using System.Text;
using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>The readers of files that somebody writes by hand.</summary>
internal static class FuzzedFiles
{
    private const string Watch = """
        {
          "baskets": [
            { "name": "chips", "members": ["NVDA", "AMD"], "within": "tech", "benchmark": "SMH" },
            { "name": "tech", "members": ["NVDA", "AMD", "MSFT"] }
          ],
          "symbols": [ { "symbol": "TSLA", "aliases": ["Tesla", "=Elon's"] } ],
          "feeds": [ { "name": "wire", "url": "https://example.com/feed.xml", "everyMinutes": 5 }, { "name": "sec", "kind": "edgar" }, { "name": "alpaca", "kind": "alpaca" } ],
          "subscribers": [
            { "email": "ada@example.com", "rules": ["#chips notable", "MU falls 5% today every 2% further", "any of #tech severe", "NVDA below 120.5 once", "NVDA falls 3% in 15m until 2026-01-31"] },
            { "email": "ben@example.com", "timeZone": "Europe/Berlin", "rules": ["news \"DeepSeek\"", "NVDA notable and news \"export\"", "#chips median falls 3.5%", "NVDA volume 3x"],
              "quietHours": { "from": "22:00", "to": "07:30", "severePasses": false } }
          ]
        }
        """;

    private const string Calendar = """{"from":"2025-01-01","to":"2025-12-31","closed":{"2025-01-09":"National Day of Mourning"},"openDespiteRule":["2025-07-04"],"earlyCloses":{"2025-07-03":"13:00"}}""";

    private const string Curve = """{"source":"Drawn.","regular":{"0":0.01,"30":0.145,"390":1},"halfDay":{"0":0.008,"210":0.5}}""";

    private static readonly HashSet<Symbol> Anything = [];
    private static readonly HashSet<Symbol> Known = [.. ((string[])["NVDA", "AMD", "MSFT", "SMH", "TSLA", "MU"]).Select(Symbol.Parse)];

    public static FuzzTarget[] Targets { get; } =
    [
        Target("watch.json", [Watch], text => WatchFileReader.Read("watch.json", text, Anything), typeof(WatchFileReader), typeof(JsonDocumentReader), typeof(SubscriberReader), typeof(NewsSectionReader)),
        Target("watch.json of known symbols", [Watch], text => WatchFileReader.Read("watch.json", text, Known), typeof(WatchFileReader)),
        Target("company names", ["# Names\nMETA; =Meta; Meta Platforms\n!A; Agilent\r\nBRK.B; Berkshire Hathaway\n\n"], text => CompanyNamesFile.Read("names.txt", text), typeof(CompanyNamesFile)),
        Target("market calendar", [Calendar], text => CalendarFile.Read("calendar.json", text), typeof(CalendarFile)),
        Target("volume curve", [Curve], text => VolumeCurveFile.Read("curve.json", text), typeof(VolumeCurveFile)),
    ];

    private static FuzzTarget Target(string name, string[] seeds, Action<string> read, params Type[] parsers) =>
        new(name, FuzzTargets.Seeds(seeds), body => read(Encoding.UTF8.GetString(body))) { Parsers = parsers, Refusals = [typeof(InputFileException)] };
}
