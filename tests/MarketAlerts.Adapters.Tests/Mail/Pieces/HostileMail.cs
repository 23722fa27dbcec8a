using System.Text;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tests.Mail.Pieces;

/// <summary>Mails with anything in every text: markup, template marks, line breaks, directions, halves of letters.</summary>
internal sealed class HostileMail(int seed)
{
    private static readonly string[] Bits =
    [
        "<",
        ">",
        "&",
        "\"",
        "'",
        "=",
        "=3D",
        "=\n",
        "\r\n",
        "\n.\n",
        "\r\n\r\n",
        ".",
        "\t",
        "\0",
        "\u00A0",
        "\u200D",
        "\u202E",
        "\u2028",
        "\uD83D",
        "\uDE80",
        "\uD83D\uDE80",
        "é",
        "漢字",
        "\uFDD0",
        "\uE000",
        "{{ Headline }}",
        "{% raw %}",
        "</td></table>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "&amp;",
        "&nbsp;",
        "%",
        "\\",
        "From ",
        "https://",
        " ",
        "  ",
        "word",
        "NVDA",
        "-12.5%",
        "aVeryLongWordWithoutAnyBlankInItThatGoesOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOnAndOn",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One content; several mails may share it.</summary>
    public MailContent Content() =>
        SampleMail.ChipsContent with
        {
            Kind = Enum.GetValues<MailKind>()[_random.Next(Enum.GetValues<MailKind>().Length)],
            Headline = Text(),
            TargetName = Text(),
            IncidentId = Text(),
            Checks = Texts(),
            Context = Perhaps(),
            IsNews = _random.Next(4) is 0,
            Severity = (Severity)_random.Next(3),
            Revisions = _random.Next(2) is 0 ? null : [new MailRevision(Text(), Text(), Text())],
            Paths = _random.Next(2) is 0 ? [] : SampleMail.ChipsContent.Paths,
        };

    /// <summary>A mail to somebody.</summary>
    public AlertMail Mail(MailContent content) =>
        SampleMail.Chips with
        {
            Content = content,
            Subject = Text(),
            TimeZone = _random.Next(2) is 0 ? "Europe/Berlin" : Text(),
            Rules = [.. Texts().Select(Rule.FromText)],
            Reason = Text(),
            Notices = Texts(),
            Folded = _random.Next(3),
            Held = _random.Next(3),
            Next = _random.Next(2) is 0 ? null : "It may <happen> again & again.",
            Others = _random.Next(2) is 0
                ? null
                : [.. Texts().Select(title => new MailLine(SampleMail.Open, title, Text(), (Severity)_random.Next(3)))],
            Links = new MailLinks(Link() ?? "https://alerts.example.com/u")
            {
                Pause = Link(),
                OnlySevere = Link(),
                ChangeThreshold = Link(),
                Useful = Link(),
                Noise = Link(),
                Why = Link(),
            },
            Clock = SampleMail.Chips.Clock with
            {
                IsLate = _random.Next(2) is 0,
                DataDelay = _random.Next(2) is 0 ? null : TimeSpan.FromSeconds(_random.Next(2_000)),
            },
        };

    private string? Perhaps() => _random.Next(2) is 0 ? null : Text();

    private string? Link() => _random.Next(3) is 0 ? null : (_random.Next(2) is 0 ? "https://" : "") + Text();

    private string[] Texts() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())];

    private string Text()
    {
        var text = new StringBuilder();
        for (var left = _random.Next(25); left > 0; left--)
        {
            text.Append(Bits[_random.Next(Bits.Length)]);
        }

        return text.ToString();
    }
}
