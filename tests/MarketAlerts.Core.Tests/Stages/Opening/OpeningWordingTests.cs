using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Opening;

namespace MarketAlerts.Core.Tests.Stages.Opening;

/// <summary>Monday 27 January 2025 opens at 14:30 UTC, 09:30 in New York; Friday 29 November 2024 is a half day.</summary>
public sealed class OpeningWordingTests
{
    [Fact]
    public void Write_SaysWhatIsKnown_WhenAllIsWell()
    {
        var notice = OpeningWording.Write(
            View("14:31:02", "14:30:58", 0, Source("quotes.massive"), Source("quotes.alpaca"), Source("feeds.wire")),
            3
        );

        notice.Title.ShouldBe("Watching your 3 rules on Monday 27 January");
        notice.Text.ShouldBe(
            "The market is open until 16:00 ET. The newest quote is of 09:30:58 ET, 4 s old. Sources that answer: 2 of 2 for "
                + "quotes, 1 of 1 for news."
        );
        (notice.Kind, notice.About, notice.Reason).ShouldBe((MailKind.ProofOfLife, "since 09:30 ET", "You asked for a line at each open."));
    }

    [Theory]
    [InlineData(0, "Watching without a rule of yours on Monday 27 January")]
    [InlineData(1, "Watching your rule on Monday 27 January")]
    public void Write_CountsTheRules(int rules, string title) =>
        OpeningWording.Write(View("14:31", "14:30", 0), rules).Title.ShouldBe(title);

    [Fact]
    public void Write_SaysSo_WhenSourcesDoNotAnswer()
    {
        var notice = OpeningWording.Write(
            View(
                "14:31",
                "14:30",
                0,
                Source("quotes.massive", SourceState.Refused),
                Source("quotes.alpaca"),
                Source("feeds.wire", SourceState.Failing),
                Source("feeds.sec", SourceState.Failing)
            ),
            2
        );

        notice.Title.ShouldBe("Watching your 2 rules, but not every source answers");
        notice.Text.ShouldEndWith(" Sources that answer: 1 of 2 for quotes (not massive), 0 of 2 for news (not sec, wire).");
    }

    // Quotes may stand still for five minutes beyond the declared delay.
    [Theory]
    [InlineData("14:35", null, 0, "No quote of today's session has come in yet; there was none before either.")]
    [InlineData("14:35", "2025-01-24T21:00Z", 0, "No quote of today's session has come in yet; the newest is of Fri 24 Jan 16:00 ET.")]
    [InlineData("14:36:01", "14:31", 0, "The newest quote is of 09:31:00 ET, 301 s old.")]
    public void Write_SaysSo_WhenQuotesDoNotComeIn(string now, string? newest, int delayMinutes, string text)
    {
        var notice = OpeningWording.Write(View(now, newest, delayMinutes), 2);

        notice.Title.ShouldBe("Watching your 2 rules, but no quotes come in");
        notice.Text.ShouldBe($"The market is open until 16:00 ET. {text}");
    }

    [Theory]
    [InlineData(
        "14:31",
        "2025-01-24T21:00Z",
        15,
        "Quotes come 15 minutes late: today's first ones show from 09:45 ET; the newest is of Fri 24 Jan 16:00 ET."
    )]
    [InlineData("14:37", "14:31", 1, "The newest quote is of 09:31:00 ET, 360 s old.")]
    public void Write_FindsNothingAmiss_WhenTheSourceIsAsLateAsItSays(string now, string newest, int delayMinutes, string text)
    {
        var notice = OpeningWording.Write(View(now, newest, delayMinutes), 2);

        notice.Title.ShouldBe("Watching your 2 rules on Monday 27 January");
        notice.Text.ShouldBe($"The market is open until 16:00 ET. {text}");
    }

    [Fact]
    public void Write_SaysWhenItCloses_OnAHalfDay()
    {
        var halfDay = Given.Calendar.SessionOn(new DateOnly(2024, 11, 29))!;

        OpeningWording
            .Write(View("14:31", "14:30", 0) with { Session = halfDay }, 1)
            .Text.ShouldStartWith("The market is open, today only until 13:00 ET. ");
    }

    [Fact]
    public void Write_SaysSo_WhenNothingIsWatched() =>
        OpeningWording
            .Write(View("14:31", null, 0) with { IsPolled = false }, 0)
            .Text.ShouldBe("The market is open until 16:00 ET. No symbol is watched.");

    private static OpeningStatus View(string now, string? newest, int delayMinutes, params SourceHealth[] sources) =>
        new(
            Given.Calendar.SessionOn(Given.Day)!,
            Given.At(now),
            true,
            newest is null ? null : Given.Instant(newest),
            TimeSpan.FromMinutes(delayMinutes),
            sources
        );

    private static SourceHealth Source(string name, SourceState state = SourceState.Good) =>
        new(name, state, Given.At("14:30"), Given.At("14:30"), null, "");
}
