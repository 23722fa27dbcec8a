using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>What the sample mails tell of the incidents of 27 January 2025: the figures of the day, as of any time.</summary>
internal static class SampleIncidents
{
    /// <summary>The subject of the thread about the chips.</summary>
    public const string ChipsSubject = "Chips down: 12 of 15 beyond -2% at the open, MRVL -13.2%, AVGO -12.8% [severe]";

    private static readonly SampleMarket Market = SampleMarket.Read();
    private static readonly string[] ChipNames =
    [
        "MRVL",
        "AVGO",
        "NVDA",
        "TSM",
        "SMCI",
        "ARM",
        "ASML",
        "MU",
        "KLAC",
        "AMD",
        "AMAT",
        "LRCX",
        "QCOM",
        "INTC",
        "TXN",
    ];
    private static readonly string[] Wider = ["ORCL", "MSFT", "GOOGL", "AMZN", "META", "TSLA"];
    private static readonly string[] PassedChecks =
    [
        "Market open: regular session, not a holiday.",
        "2 sources agree on AVGO, MRVL, NVDA, TSM.",
        "No split or halt on record.",
        "Every quote passed the guards; no lone jump unconfirmed.",
    ];

    /// <summary>The fall of the chips.</summary>
    /// <param name="kind">What the mail is about it.</param>
    /// <param name="time">When.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="fresh">The members that are new in it.</param>
    public static MailContent Chips(MailKind kind, DateTimeOffset time, string headline, params string[] fresh)
    {
        var first = kind is MailKind.Opened or MailKind.Corrected;
        var members = ChipNames
            .Select(symbol =>
                Market.MemberOf(symbol, time, fresh.Contains(symbol), first ? null : Market.PriceOf(symbol, SampleTimes.Open))
            )
            .ToArray();
        var movers = members
            .Where(member => time >= SampleTimes.NextOpen || member.DayMove <= -2)
            .OrderByDescending(member => Math.Abs(member.DayMove))
            .ToArray();
        var wider = Wider
            .Append("AAPL")
            .Select(symbol => Market.MemberOf(symbol, time))
            .ToLookup(member => member.DayMove <= -1.5 && time < SampleTimes.NextOpen);
        return new MailContent(
            kind,
            headline,
            "chips-down-20250127",
            "#chips",
            Direction.Down,
            Severity.Severe,
            movers,
            [.. wider[true]],
            time < SampleTimes.NextOpen ? [.. members.Except(movers), .. wider[false]] : [],
            PassedChecks,
            [.. movers.Take(6).Select(member => Market.PathOf(member.Symbol.Text, time))]
        )
        {
            AsOf = time,
        };
    }

    /// <summary>The fall of one stock.</summary>
    /// <param name="kind">What the mail is about it.</param>
    /// <param name="symbol">The stock.</param>
    /// <param name="time">When.</param>
    /// <param name="severity">How severe.</param>
    /// <param name="headline">The mail's headline.</param>
    /// <param name="told">The price that the mail before told, if one did.</param>
    public static MailContent Stock(
        MailKind kind,
        string symbol,
        DateTimeOffset time,
        Severity severity,
        string headline,
        double? told = null
    ) =>
        new(
            kind,
            headline,
            $"{symbol}-down-20250127",
            symbol,
            Direction.Down,
            severity,
            [Market.MemberOf(symbol, time, false, told)],
            [],
            [],
            PassedChecks[..1],
            [Market.PathOf(symbol, time)]
        )
        {
            AsOf = time,
        };

    /// <summary>A storm; its names are lines.</summary>
    /// <param name="headline">Its headline.</param>
    public static MailContent Storm(string headline) =>
        new(MailKind.Storm, headline, "storm-down-20250127", "your names", Direction.Down, Severity.Severe, [], [], [], [], [])
        {
            AsOf = SampleTimes.Open,
        };
}
