using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tests.Mail;

/// <summary>What was published, as subscribers see it.</summary>
public sealed class PublishedPanelTests
{
    private static readonly PublishedLine Line = new(
        PublishedWhen.Before,
        SampleMail.Open.AddMinutes(-284),
        false,
        TimePrecision.Instant,
        0,
        "Nasdaq futures tumble",
        "Reuters",
        1,
        "https://news.example/a",
        StoryStatus.AsPublished,
        null,
        null
    );

    [Fact]
    public void Text_TellsWhatCameOutWhen_GroupByGroup()
    {
        var text = Text(
            SampleMail.Chips with
            {
                Content = SampleMail.ChipsContent with
                {
                    Published = new PublishedPanel(
                        [
                            Line with
                            {
                                Sources = 4,
                                Claim = "NVDA \"falls 14%\"",
                            },
                            Line with
                            {
                                When = PublishedWhen.During,
                                Time = SampleMail.Open.AddMinutes(5),
                                IsFirstSeen = true,
                                Title = "RETRACTED: A story",
                                Status = StoryStatus.Retracted,
                                ChangedAt = SampleMail.Open.AddMinutes(9),
                                Link = null,
                            },
                            Line with
                            {
                                When = PublishedWhen.DaysBefore,
                                Time = SampleMail.Open.AddDays(-7),
                                DaysBefore = 7,
                                Title = "DeepSeek-R1 is here!",
                                Source = "DeepSeek",
                                Precision = TimePrecision.AtTheLatest,
                            },
                            Line with
                            {
                                When = PublishedWhen.DaysBefore,
                                Time = SampleMail.Open.AddDays(-1),
                                DaysBefore = 1,
                                Title = "A day alone",
                                Precision = TimePrecision.Day,
                            },
                        ],
                        2,
                        3
                    ),
                },
            }
        );

        text[text.IndexOf("What was", StringComparison.Ordinal)..text.IndexOf("\n\nYou asked", StringComparison.Ordinal)]
            .ShouldBe(
                """
                What was published
                  Before the move:
                    - Mon 04:46 ET: Nasdaq futures tumble (Reuters and 3 more; it says of
                      NVDA "falls 14%")
                      https://news.example/a
                  While it was on:
                    - seen Mon 09:35 ET: RETRACTED: A story (Reuters; RETRACTED, seen Mon
                      09:39 ET)
                  Days before:
                    - by Mon 20 Jan 09:30 ET, 7 days before: DeepSeek-R1 is here!
                      (DeepSeek)
                      https://news.example/a
                    - Sun 26 Jan, the day before: A day alone (Reuters)
                      https://news.example/a
                  2 more since the close before. Timing only, from 3 feeds: what came out
                  when, not what moved the price.
                """.ReplaceLineEndings("\n")
            );
    }

    [Theory]
    [InlineData(3, "No clear catalyst found in 3 feeds.")]
    [InlineData(1, "No clear catalyst found in 1 feed.")]
    public void Text_SaysThatNothingWasFound_WhenNothingWas(int feeds, string sentence) =>
        Text(SampleMail.Chips with { Content = SampleMail.ChipsContent with { Published = new PublishedPanel([], 0, feeds) } })
            .ShouldContain($"What was published\n  {sentence}\n");

    [Fact]
    public void Text_HasNoPanel_WhenNoFeedIsPolled() => Text(SampleMail.Chips).ShouldNotContain("What was published");

    [Fact]
    public void Text_NeedsNoTable_WhenItIsNewsAlone()
    {
        var text = Text(
            SampleMail.Chips with
            {
                Clock = SampleMail.Chips.Clock with { IsPublication = true },
                Content = SampleMail.ChipsContent with
                {
                    Headline = "News on NVDA: Nvidia falls (wire)",
                    TargetName = "NVDA",
                    Severity = Severity.Plain,
                    Members = [],
                    AlsoMoving = [],
                    NotMoving = [],
                    Paths = [],
                    IsNews = true,
                    Published = new PublishedPanel([Line], 0, 1),
                },
            }
        );

        text.ShouldStartWith("[News] on NVDA\n\nNews on NVDA: Nvidia falls (wire)\nAs of Mon 27 Jan 2025");
        text.ShouldNotContain("symbol ");
        text.ShouldNotContain("catalyst");
        text.ShouldContain("  Since the close before:\n");
        text.ShouldContain("Clock: published 09:30:04 ET, seen 09:30:41 ET, sent 09:31:20 ET; 76 s");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@news.example/a")]
    [InlineData("ftp://news.example/a")]
    [InlineData("https://xn--ä/a")] // No such host can be: asking for its spelling throws.
    public void Html_ShowsNoLink_ThatIsNoneToFollow(string link) =>
        Message(
            SampleMail.Chips with
            {
                Content = SampleMail.ChipsContent with { Published = new PublishedPanel([Line with { Link = link }], 0, 1) },
            }
        )
            .HtmlBody!.ShouldNotContain(link);

    [Fact]
    public void Html_EncodesHeadlines_AndShowsTheHostOfTheirLink()
    {
        var hostile = "<img src=x onerror=alert(1)>\u202e\" onmouseover=\"x";
        var html = Message(
            SampleMail.Chips with
            {
                Content = SampleMail.ChipsContent with
                {
                    Published = new PublishedPanel(
                        [Line with { Title = hostile, Source = hostile, Claim = hostile, Link = "https://news.example/a?b=\"><script>" }],
                        0,
                        1
                    ),
                },
            }
        ).HtmlBody!;

        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\" onmouseover");
        html.ShouldNotContain('\u202e');
        html.ShouldContain(", news.example");
    }

    [Fact]
    public void Html_StaysBelowTheClip_WithAHundredRowsAndTheLongestHeadlines()
    {
        var members = Enumerable
            .Range(0, 100)
            .Select(index => new MailMember(Symbol.Parse($"SYMBOL{index:D6}"), 123_456.78, -12.3, -1.2, 2.5, Severity.Severe, true))
            .ToArray();
        var line = Line with { Title = new string('&', Article.LongestTitle), Link = "https://news.example/" + new string('a', 1_900) };

        Message(
            SampleMail.Chips with
            {
                Content = SampleMail.ChipsContent with
                {
                    Members = members,
                    Published = new PublishedPanel([.. Enumerable.Repeat(line, 8)], 99, 9),
                },
            }
        )
            .HtmlBody!.Length.ShouldBeLessThan(90 * 1024);
    }

    private static string Text(AlertMail mail) => Message(mail).TextBody!.ReplaceLineEndings("\n");

    private static MimeKit.MimeMessage Message(AlertMail mail) => SampleMail.Renderer().BuildMessage(mail);
}
