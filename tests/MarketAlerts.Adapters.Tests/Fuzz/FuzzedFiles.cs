using System.Text;
using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>The parsers of files that somebody writes by hand.</summary>
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
              "quietHours": { "from": "22:00", "to": "07:30", "severePasses": false } },
            { "email": "cy@example.com",
              "channels": [ { "email": "cy@example.com", "from": "severe" }, { "webhook": "https://example.com/hook?of=cy" }, { "webhook": "secret:own" }, { "slack": "secret:desk", "from": "notable" }, { "teams": "secret:desk" } ],
              "digest": { "plain": "hourly", "notable": "end-of-day", "severe": "instant", "at": "17:30" },
              "caps": { "perHour": 5, "perDay": 20 },
              "vacation": { "first": "2025-02-01", "last": "2025-02-09" },
              "snooze": [ { "symbol": "NVDA", "until": "2025-01-28T21:00:00Z" }, { "incident": "chips-down-20250127", "since": "2025-01-27T15:00:00Z", "until": "2025-01-28T21:00:00Z" },
                { "all": true, "until": "2025-01-28T21:00:00Z" }, { "belowSevere": true, "until": "2025-01-28T21:00:00Z" } ],
              "proofOfLife": true, "rules": ["NVDA notable"] }
          ]
        }
        """;

    private const string Calendar =
        """{"from":"2025-01-01","to":"2025-12-31","closed":{"2025-01-09":"National Day of Mourning"},"openDespiteRule":["2025-07-04"],"earlyCloses":{"2025-07-03":"13:00"}}""";

    private const string Curve = """{"source":"Drawn.","regular":{"0":0.01,"30":0.145,"390":1},"halfDay":{"0":0.008,"210":0.5}}""";

    private static readonly HashSet<Symbol> Anything = [];
    private static readonly HashSet<Symbol> Known = [.. ((string[])["NVDA", "AMD", "MSFT", "SMH", "TSLA", "MU"]).Select(Symbol.Parse)];

    public static FuzzTarget[] Targets { get; } =
    [
        Target(
            "watch.json",
            [Watch],
            text => MustHold(WatchFileParser.Read("watch.json", text, Anything)),
            typeof(WatchFileParser),
            typeof(JsonDocumentParser),
            typeof(JsonValues),
            typeof(SubscriberParser),
            typeof(NewsSectionParser),
            typeof(ChannelsParser),
            typeof(MailAddressForm),
            typeof(QuietHoursParser),
            typeof(DigestParser),
            typeof(CapsParser),
            typeof(VacationParser),
            typeof(SnoozeParser)
        ),
        Target("watch.json of known symbols", [Watch], text => WatchFileParser.Read("watch.json", text, Known), typeof(WatchFileParser)),
        Target(
            "company names",
            ["# Names\nMETA; =Meta; Meta Platforms\n!A; Agilent\r\nBRK.B; Berkshire Hathaway\n\n"],
            text => CompanyNamesFile.Read("names.txt", text),
            typeof(CompanyNamesFile)
        ),
        Target("market calendar", [Calendar], text => CalendarFile.Read("calendar.json", text), typeof(CalendarFile)),
        Target("volume curve", [Curve], text => VolumeCurveFile.Read("curve.json", text), typeof(VolumeCurveFile)),
    ];

    /// <summary>Whatever was read, a profile of it can be stored, and its silence ends.</summary>
    private static void MustHold(WatchFile watch)
    {
        foreach (var subscriber in watch.Subscribers)
        {
            var stored = StoredJson.Read<Subscriber>(StoredJson.Write(subscriber));
            FuzzTargets.MustBe(StoredJson.Write(stored) == StoredJson.Write(subscriber), "a profile is stored as it was read");
            FuzzTargets.MustBe(subscriber.Channels is null or { Count: >= 1 and <= 5 }, "a list of channels has one to five");
            FuzzTargets.MustBe(
                subscriber.OpenTo.All(choice =>
                    choice.To.Kind is ChannelKind.Email or ChannelKind.Webhook || choice.To.SecretName is not null
                ),
                "the URL of a chat is no secret"
            );
            FuzzTargets.MustBe((subscriber.Snoozes ?? []).All(snooze => snooze.Until > snooze.Since), "a snooze ends after it began");
            FuzzTargets.MustBe(
                subscriber.Vacation is not { } vacation || vacation.EndAfter(Noon(vacation.First), TimeZoneInfo.Utc) > Noon(vacation.Last),
                "a vacation ends after its last day"
            );
        }
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static FuzzTarget Target(string name, string[] seeds, Action<string> read, params Type[] parsers) =>
        new(name, FuzzTargets.Seeds(seeds), body => read(Encoding.UTF8.GetString(body)))
        {
            Parsers = parsers,
            Refusals = [typeof(InputFileException)],
        };
}
