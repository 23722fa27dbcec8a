using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MimeKit;

namespace MarketAlerts.Adapters.Tests.Mail;

public sealed class MailRendererTests
{
    private const int ClippedAbove = 90 * 1024;

    [Fact]
    public void BuildMessage_EncodesForHtml_WhenHeadlineAndRuleAreHostile()
    {
        var hostile = "<script>alert(1)</script>\u202e";
        var message = Build(
            SampleMail.Chips with
            {
                Rules = [Rule.FromText(hostile)],
                Content = SampleMail.ChipsContent with { Headline = hostile, Checks = [hostile], TargetName = hostile },
            }
        );

        message.HtmlBody!.ShouldNotContain("<script");
        message.HtmlBody!.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        message.HtmlBody!.ShouldNotContain('\u202e');
        message.TextBody!.ShouldNotContain('\u202e');
    }

    [Fact]
    public void BuildMessage_AddsNoHeader_WhenTheSubjectHoldsLineBreaks()
    {
        var message = Build(
            SampleMail.Chips with
            {
                Subject = "Chips down\r\nBcc: thief@example.com\r\n\r\nbody",
                Content = SampleMail.ChipsContent with { IncidentId = "x\r\nX-Evil: 1" },
            }
        );

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
            var members = Enumerable
                .Range(0, count)
                .Select(index => new MailMember(Symbol.Parse($"SYMBOL{index:D6}"), 123_456.78, -12.3, -1.2, 2.5, Severity.Severe, true))
                .ToArray();

            Build(
                SampleMail.Chips with
                {
                    Content = SampleMail.ChipsContent with { Members = members, AlsoMoving = members, NotMoving = members },
                }
            )
                .HtmlBody!.Length.ShouldBeLessThan(ClippedAbove);
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
        text.ShouldContain(
            """
            symbol            price     close  vs open     (1 sd)  usual
            AVGO             213.40    -12.8%     0.0%       1.8%    7.1  severe
            NVDA             124.80    -12.5%    -0.3%       2.9%    4.3  new, severe
            ARM              148.90     -8.4%      n/a        n/a    n/a  notable

            Also moving: MSFT -4.5%
            Not moving: INTC -0.1%

            You asked for:
              - #chips median -5%

            """.ReplaceLineEndings("\n")
        );
        text.ShouldContain("As of Mon 27 Jan 2025, 09:30:04 ET (15:30:04 Europe/Berlin)\n");
        text.ShouldContain("Folded into this mail: 7 single alerts. Held back from you: 0.\n");
        text.ShouldEndWith("Information, not advice.\n");
    }

    [Fact]
    public void BuildMessage_HoldsOnlyTheNotice_WhenThereIsNoAlert()
    {
        var message = Build(SampleMail.Notice);

        message
            .TextBody!.ReplaceLineEndings("\n")
            .ShouldBe(
                """
                [Notice] NVDA

                NVDA split 10 for 1: your price rules were rescaled.
                As of Mon 27 Jan 2025, 09:30:04 ET (15:30:04 Europe/Berlin)

                NVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now
                'NVDA below 120'. Nothing else changed.

                You have rules on the price of NVDA.

                Unsubscribe (opens a page; only its button acts):
                https://alerts.example.com/api/unsubscribe?token=MTAxMjM0NTY3ODlhYmNkZWY.qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq

                Information, not advice.

                """.ReplaceLineEndings("\n")
            );
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

        message
            .TextBody!.ReplaceLineEndings("\n")
            .ShouldContain(
                "(15:30:04 Europe/Berlin)\n\nNVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now\n'NVDA "
                    + "below 120'. Nothing else changed.\n\n  "
            );
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
    public void BuildMessage_ShowsMarketTimeOnly_WhenTheSubscribersZoneIsUnknownOrNewYork()
    {
        foreach (var zone in new[] { "America/New_York", "Mars/Olympus", "" })
        {
            Build(SampleMail.Chips with { TimeZone = zone }).TextBody!.ShouldContain("09:30:04 ET\n");
        }
    }

    [Fact]
    public void BuildMessage_ShowsEachLink_OnlyWhenItIsThere()
    {
        (string Words, Func<MailLinks, MailLinks> Set)[] links =
        [
            ("Pause this incident", links => links with { Pause = "https://alerts.example.com/p" }),
            ("Only severe today", links => links with { OnlySevere = "https://alerts.example.com/s" }),
            ("Change my trigger", links => links with { ChangeThreshold = "https://alerts.example.com/c" }),
            ("Useful", links => links with { Useful = "https://alerts.example.com/u" }),
            ("Noise", links => links with { Noise = "https://alerts.example.com/n" }),
            ("Why", links => links with { Why = "https://alerts.example.com/w" }),
        ];
        foreach (var (words, set) in links)
        {
            var one = Build(SampleMail.Chips with { Links = set(SampleMail.Chips.Links) });
            var none = Build(SampleMail.Chips);
            one.HtmlBody!.ShouldContain($">{words}");
            one.TextBody!.ShouldContain(words);
            none.HtmlBody!.ShouldNotContain($">{words}");
            none.TextBody!.ShouldNotContain(words);
        }
    }

    [Fact]
    public void BuildMessage_ShowsNoLink_ThatLeadsToNoPage()
    {
        var message = Build(
            SampleMail.Chips with
            {
                Links = new MailLinks("javascript:alert(1)") { Pause = "data:text/html,x", Why = "//alerts.example.com/w" },
            }
        );

        message.HtmlBody!.ShouldNotContain("javascript:");
        message.HtmlBody!.ShouldNotContain("data:");
        message.HtmlBody!.ShouldNotContain("//alerts.example.com/w");
    }

    [Fact]
    public void BuildMessage_TellsTheOthersBySeverity_WhenThereAreSome()
    {
        var at = SampleMail.Open;
        var text = Build(
            SampleMail.Chips with
            {
                Others =
                [
                    new MailLine(at, "AMD down", "AMD -7.0%.", Severity.Notable),
                    new MailLine(at, "#power down", "VST -19.4%.", Severity.Severe),
                ],
            }
        )
            .TextBody!.ReplaceLineEndings("\n");

        text.ShouldContain(
            "\nAlso in this mail\n  Severe:\n    - #power down, Mon 09:30 ET:\n      VST -19.4%.\n  Notable:\n    - AMD down, Mon "
                + "09:30 ET:\n      AMD -7.0%.\n\n"
        );
    }

    [Theory]
    [InlineData(0, "to sent. Data delay: 0 s.")]
    [InlineData(15, "to sent. Data delay: 15 min.")]
    [InlineData(null, "to sent.")]
    public void BuildMessage_SaysHowLateTheDataAre_WhenItIsKnown(int? minutes, string end)
    {
        var clock = SampleMail.Chips.Clock with { DataDelay = minutes is { } known ? TimeSpan.FromMinutes(known) : null };

        string.Join(
                ' ',
                Build(SampleMail.Chips with { Clock = clock }).TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
            .ShouldContain($"{end} In Europe/Berlin");
    }

    [Fact]
    public void BuildMessage_NamesTheOthersInALine_WhenThereAreManyMembers()
    {
        var members = Enumerable
            .Range(0, 9)
            .Select(index => new MailMember(Symbol.Parse($"S{index}"), 10, -9 + index, 0, 1, 0, index is 7))
            .ToArray();

        var text = Build(SampleMail.Chips with { Content = SampleMail.ChipsContent with { Members = members } })
            .TextBody!.ReplaceLineEndings("\n");

        text.ShouldContain(
            "\nS4                10.00     -5.0%     0.0%       1.0%    5.0\nS7                10.00     -2.0%     0.0%       1.0%  "
                + "  2.0  new\nWith them, vs previous close: S5 -4.0%, S6 -3.0%, S8 -1.0%\n"
        );
    }

    [Fact]
    public void BuildMessage_SaysHowFarItWentSinceTheLastMail_WhenThatIsKnown()
    {
        var content = SampleMail.ChipsContent with
        {
            Kind = MailKind.CloseOfDay,
            Members = [new MailMember(Symbol.Parse("NVDA"), 118.42, -16.97, -5.11, 2.6, Severity.Severe, false) { SinceLast = -5.11 }],
        };

        Build(SampleMail.Chips with { Content = content })
            .TextBody!.ReplaceLineEndings("\n")
            .ShouldContain(
                """
                                          vs prev                since  times
                symbol            price     close  vs open   last mail  usual
                NVDA             118.42    -17.0%    -5.1%       -5.1%    6.5  severe

                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void BuildMessage_HasNoPicture_WhenThereAreNoPaths()
    {
        var message = Build(SampleMail.Chips with { Content = SampleMail.ChipsContent with { Paths = [] } });

        message.HtmlBody!.ShouldNotContain("<img");
        message.BodyParts.Count().ShouldBe(2);
    }

    [Fact]
    public void BuildMessage_GivesTheSameBytes_WhenTheMailIsSentAgain() =>
        Bytes(Build(SampleMail.Chips)).ShouldBe(Bytes(Build(SampleMail.Chips)));

    [Fact]
    public void BuildMessage_GivesTheSameBytes_WhenTheStoryIsReadAgain()
    {
        var renderer = SampleMail.Renderer();
        var again = SampleMail.Chips with { Content = SampleMail.ChipsContent with { } };

        renderer.BuildMessage(SampleMail.Chips with { Rules = [Rule.FromText("another")] }); // Another set of fields first.
        Bytes(renderer.BuildMessage(again)).ShouldBe(Bytes(SampleMail.Renderer().BuildMessage(SampleMail.Chips)));
    }

    [Fact]
    public void BuildMessage_KeepsItsStructure()
    {
        var message = Wire(Build(SampleMail.Chips));

        var body = message.Body.ShouldBeOfType<MultipartAlternative>();
        body[0].ContentType.MimeType.ShouldBe("text/plain");
        var related = body[1].ShouldBeOfType<MultipartRelated>();
        related[0].ContentType.MimeType.ShouldBe("text/html");
        var picture = related[1].ShouldBeOfType<MimePart>();
        picture.ContentType.MimeType.ShouldBe("image/png");
        message.HtmlBody!.ShouldContain($"src=\"cid:{picture.ContentId}\"");
        using var png = new MemoryStream();
        picture.Content!.DecodeTo(png, TestContext.Current.CancellationToken);
        png.ToArray().ShouldBe(Sparkline.Draw(SampleMail.ChipsContent.Paths));
    }

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
