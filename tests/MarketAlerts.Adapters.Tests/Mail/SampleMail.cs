using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Adapters.Tests.Mail;

/// <summary>Mails of 27 January 2025 at the open.</summary>
internal static class SampleMail
{
    public static DateTimeOffset Open { get; } = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);

    public static SenderOptions Sender { get; } = new();

    public static MailContent ChipsContent { get; } =
        new(
            MailKind.Opened,
            "Chips trade sharply lower. Median of 8 names -8.2%, 3 of them beyond the threshold.",
            "chips-down-20250127",
            "#chips",
            Direction.Down,
            Severity.Severe,
            [
                new MailMember(Symbol.Parse("AVGO"), 213.40, -12.79, 0, 1.8, Severity.Severe, false),
                new MailMember(Symbol.Parse("NVDA"), 124.80, -12.49, -0.3, 2.9, Severity.Severe, true),
                new MailMember(Symbol.Parse("ARM"), 148.90, -8.38, null, null, Severity.Notable, false),
            ],
            [new MailMember(Symbol.Parse("MSFT"), 424.01, -4.52, 0, 1.4, Severity.Notable, false)],
            [new MailMember(Symbol.Parse("INTC"), 20.81, -0.10, 0, 2.6, 0, false)],
            ["Market open: regular session, not a holiday.", "Data delay: 0 s."],
            [Path("AVGO", 244.70, 213.40f), Path("NVDA", 142.62, 124.80f)]
        );

    public static AlertMail Chips { get; } =
        new(
            ChannelAddress.Email("reader@example.com"),
            "Europe/Berlin",
            "Chips down: 3 of 8 beyond -2% at the open, AVGO -12.8%, NVDA -12.5% [severe]",
            ChipsContent,
            new MailThread(
                "<chips-down-20250127.2.0123456789abcdef@marketalerts.example>",
                ["<chips-down-20250127.1.0123456789abcdef@marketalerts.example>"]
            ),
            [Rule.FromText("#chips median -5%")],
            "You asked for: #chips median -5%.",
            new MailClock(Open.AddSeconds(4), Open.AddSeconds(41), Open.AddSeconds(80), false),
            7,
            new MailLinks(
                "https://alerts.example.com/api/unsubscribe?token=MTAxMjM0NTY3ODlhYmNkZWY.qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
            )
        );

    public static AlertMail Notice { get; } =
        Chips with
        {
            Subject = "NVDA split 10 for 1: your price rules were rescaled",
            Content = new MailContent(
                MailKind.Notice,
                "NVDA split 10 for 1: your price rules were rescaled.",
                "NVDA-split-20250127",
                "NVDA",
                Direction.Down,
                Severity.Plain,
                [],
                [],
                [],
                [],
                []
            ),
            Rules = [],
            Reason = "You have rules on the price of NVDA.",
            Folded = 0,
            Notices =
            [
                "NVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now 'NVDA below 120'. Nothing else changed.",
            ],
        };

    public static MailTemplates Templates { get; } = new();

    public static MailRenderer Renderer() => new(Sender, Templates);

    public static MailPath Path(string symbol, double previousClose, float price)
    {
        var minute = (int)(Open - DateTimeOffset.UnixEpoch).TotalMinutes;
        return new MailPath(
            Symbol.Parse(symbol),
            previousClose,
            [new TrailPoint(minute - 4_000, (float)previousClose), new TrailPoint(minute, price), new TrailPoint(minute + 1, price - 1)]
        );
    }
}
