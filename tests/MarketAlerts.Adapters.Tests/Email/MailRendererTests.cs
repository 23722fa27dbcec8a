using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MimeKit;

namespace MarketAlerts.Adapters.Tests.Email;

public sealed class MailRendererTests
{
    private const int ClippedAbove = 90 * 1024;

    [Fact]
    public void BuildMessage_EncodesForHtml_WhenSymbolAndRuleAreHostile()
    {
        var hostile = "<script>alert(1)</script>\u202e";
        var message = Build(SampleMail.Chips with
        {
            Rules = [hostile], Story = SampleMail.ChipsStory with {
            Headline = hostile,
            Checks = [hostile],
            Members = [new MailMember(hostile, 1, -5, null, null, 2, true)],
            NotMoving = [new MailMember(hostile, 1, 0, null, null, 0, false)],
            Paths = [SampleMail.Path(hostile, 10, 9)]
            },
        });

        message.HtmlBody!.ShouldNotContain("<script");
        message.HtmlBody!.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        message.HtmlBody!.ShouldNotContain('\u202e');
        message.TextBody!.ShouldNotContain('\u202e');
    }

    [Fact]
    public void BuildMessage_AddsNoHeader_WhenTheSubjectHoldsLineBreaks()
    {
        var message = Build(SampleMail.Chips with { Subject = "Chips down\r\nBcc: thief@example.com\r\n\r\nbody", Story = SampleMail.ChipsStory with { IncidentId = "x\r\nX-Evil: 1" } });

        var again = Wire(message);
        again.Headers.Contains("Bcc").ShouldBeFalse();
        again.Headers.Contains("X-Evil").ShouldBeFalse();
        again.Subject.ShouldBe("Chips down  Bcc: thief@example.com    body");
    }

    [Fact]
    public void BuildMessage_StaysBelowTheClip_WhenThereAreManyMembers()
    {
        foreach (var count in new[] { 100, 1_000 })
        {
            var members = Enumerable.Range(0, count).Select(index => new MailMember($"SYMBOL{index:D6}", 123_456.78, -12.3, -1.2, 2.5, 2, true)).ToArray();

            Build(SampleMail.Chips with { Story = SampleMail.ChipsStory with { Members = members, AlsoMoving = members, NotMoving = members } }).HtmlBody!.Length.ShouldBeLessThan(ClippedAbove);
        }
    }

    [Fact]
    public void BuildMessage_KeepsTextLinesShort_WhenTheMailIsNormal()
    {
        var lines = Build(SampleMail.Chips).TextBody!.Split('\n').Select(line => line.TrimEnd('\r'));

        lines.Where(line => !line.StartsWith("https://", StringComparison.Ordinal)).Max(line => line.Length).ShouldBeLessThanOrEqualTo(78);
    }

    [Fact]
    public void BuildMessage_WritesTheWholeStoryAsText_WhenThereAreNoPictures()
    {
        var text = Build(SampleMail.Chips).TextBody!.ReplaceLineEndings("\n");

        text.ShouldStartWith("[Severe] #chips down\n\nChips trade sharply lower.");
        text.ShouldContain("""
            symbol            price     close  vs open     (1 sd)  usual
            AVGO             213.40    -12.8%     0.0%       1.8%    7.1  severe
            NVDA             124.80    -12.5%    -0.3%       2.9%    4.3  new, severe
            ARM              148.90     -8.4%      n/a        n/a    n/a  notable

            Also moving: MSFT -4.5%
            Not moving: INTC -0.1%

            You asked for:
              - #chips median -5%

            """.ReplaceLineEndings("\n"));
        text.ShouldContain("As of Mon 27 Jan 2025, 09:30:04 ET (15:30:04 Europe/Berlin)\n");
        text.ShouldContain("7 single alerts are folded into this mail.\n");
        text.ShouldEndWith("Information, not advice.\n");
    }

    [Fact]
    public void BuildMessage_HoldsOnlyTheNotice_WhenThereIsNoAlert()
    {
        var message = Build(SampleMail.Notice);

        message.TextBody!.ReplaceLineEndings("\n").ShouldBe("""
            [Notice] NVDA

            NVDA split 10 for 1: your price rules were rescaled.
            As of Mon 27 Jan 2025, 09:30:04 ET (15:30:04 Europe/Berlin)

            NVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now
            'NVDA below 120'. Nothing else changed.

            You have rules on the price of NVDA.

            Unsubscribe (opens a page; only its button acts):
            https://alerts.example.com/api/unsubscribe?token=MTAxMjM0NTY3ODlhYmNkZWY.qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

            Information, not advice.

            """.ReplaceLineEndings("\n"));
        foreach (var absent in new[] { "usual day", "What happens next", "Checks:", "Clock:", "You asked for" })
        {
            message.HtmlBody!.ShouldNotContain(absent);
        }

        message.HtmlBody!.ShouldContain("your rule &#x27;NVDA below 1200&#x27; is now &#x27;NVDA below 120&#x27;.");
    }

    [Fact]
    public void BuildMessage_AddsTheNotice_WhenItGoesOutWithAnAlert()
    {
        var message = Build(SampleMail.Chips with { Notices = SampleMail.Notice.Notices });

        message.TextBody!.ReplaceLineEndings("\n").ShouldContain("(15:30:04 Europe/Berlin)\n\nNVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now\n'NVDA below 120'. Nothing else changed.\n\n  ");
        message.HtmlBody!.ShouldContain("Nothing else changed.");
        message.HtmlBody!.ShouldContain("usual day");
    }

    [Fact]
    public void BuildMessage_SaysSoAtTheTop_WhenTheNewsIsLate()
    {
        var message = Build(SampleMail.Chips with { Clock = SampleMail.Chips.Clock with { IsLate = true } });

        message.TextBody!.IndexOf("Told late", StringComparison.Ordinal).ShouldBeInRange(0, 40);
        message.HtmlBody!.ShouldContain("Told late");
    }

    [Fact]
    public void BuildMessage_ShowsMarketTimeOnly_WhenTheReadersZoneIsUnknownOrNewYork()
    {
        foreach (var zone in new[] { "America/New_York", "Mars/Olympus", "" })
        {
            Build(SampleMail.Chips with { TimeZone = zone }).TextBody!.ShouldContain("09:30:04 ET\n");
        }
    }

    [Fact]
    public void BuildMessage_HasNoPicture_WhenThereAreNoPaths()
    {
        var message = Build(SampleMail.Chips with { Story = SampleMail.ChipsStory with { Paths = [] } });

        message.HtmlBody!.ShouldNotContain("<img");
        message.BodyParts.Count().ShouldBe(2);
    }

    [Fact]
    public void BuildMessage_GivesTheSameBytes_WhenTheMailIsSentAgain() => Bytes(Build(SampleMail.Chips)).ShouldBe(Bytes(Build(SampleMail.Chips)));

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    public void BuildMessage_Throws_WhenTheAddressIsMalformed(string address) =>
        Should.Throw<FormatException>(() => Build(SampleMail.Chips with { To = ChannelAddress.Email(address) }));

    private static MimeMessage Build(AlertMail mail) => SampleMail.Renderer().BuildMessage(mail);

    private static MimeMessage Wire(MimeMessage message) => MimeMessage.Load(new MemoryStream(Bytes(message)));

    private static byte[] Bytes(MimeMessage message)
    {
        var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}
