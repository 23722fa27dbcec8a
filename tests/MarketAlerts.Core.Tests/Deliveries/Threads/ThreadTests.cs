using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Deliveries.Threads;

/// <summary>What a thread tells, and nothing else: a subscriber, a target and a session, both ways.</summary>
public sealed class ThreadTests
{
    private const string Rule = "NVDA moves 5% today";

    private readonly TraderDay _day = new(GivenMail.Ana);

    [Fact]
    public void WorkedDay_TellsOpenedSevereReversalUndoneAndTheClose_AndNothingElse()
    {
        _day.Fires("09:30", Rule, "s.NVDA", -5.6, Severity.Notable, 5)
            .Flush("09:31")
            .Becomes("09:43", "s.NVDA", EntryKind.Escalated, -8.6, Severity.Severe)
            .Flush("09:44")
            .Fires("10:13", Rule, "s.NVDA", 5.2, Severity.Notable, 5)
            .Flush("10:15")
            .Becomes("10:32", "s.NVDA", EntryKind.GivenBack, -3, direction: Direction.Up)
            .Flush("10:34")
            .Fires("11:00", Rule, "s.NVDA", -5.2, Severity.Notable, 5)
            .Flush("11:02")
            .Becomes("12:00", "s.NVDA", EntryKind.Further, -6, Severity.Notable)
            .Flush("12:02")
            .Becomes("13:00", "s.NVDA", EntryKind.Recovered, -2)
            .Steps("13:00", "s.NVDA", Direction.Down, IncidentStep.Recovered, IncidentState.Recovered)
            .Flush("13:02")
            .Becomes("16:05", "s.NVDA", EntryKind.CloseOfDay, -4)
            .Flush("16:06");

        _day.Sent.ShouldBe([
            "09:31 Opened NVDA",
            "09:44 Escalated NVDA",
            "10:15 Reversed NVDA",
            "10:34 Undone NVDA",
            "16:06 CloseOfDay NVDA + NVDA",
        ]);
        _day.Left.ShouldBe(["11:02 Damped", "12:02 Damped", "13:02 NextMessage"]);
    }

    [Fact]
    public void ANumberOfOnesOwn_IsToldTheFirstTime_HoweverSoon_AndDampedThen()
    {
        _day.Fires("09:31", "NVDA falls 3% today", "s.NVDA", -3.1, Severity.Plain, 3)
            .Flush("09:32")
            .Fires("09:33", "NVDA falls 4% today", "s.NVDA", -4.1, Severity.Plain, 4)
            .Flush("09:35")
            .Fires("10:33", "NVDA falls 4% today", "s.NVDA", -4.2, Severity.Plain, 4)
            .Flush("10:34");

        _day.Sent.ShouldBe(["09:32 Opened NVDA", "09:35 Update NVDA"]);
        _day.Left.ShouldBe(["10:34 Damped"]);
    }

    // 1.25 x 6 is 7.5, but 2 points beyond 6 are 8; of 10 it is 12.5.
    [Theory]
    [InlineData(-6, -7.9, false)]
    [InlineData(-6, -8, true)]
    [InlineData(-10, -12.4, false)]
    [InlineData(-10, -12.5, true)]
    public void Worse_IsTold_WhenItIsWellBeyondWhatWasTold(double first, double then, bool isTold)
    {
        _day.Fires("09:31", "NVDA severe", "s.NVDA", first, Severity.Severe)
            .Flush("09:32")
            .Becomes("10:40", "s.NVDA", EntryKind.Further, then)
            .Flush("10:42");

        _day.Sent.Count.ShouldBe(isTold ? 2 : 1);
        _day.Left.Count.ShouldBe(isTold ? 0 : 1);
    }

    [Fact]
    public void Worse_WaitsHalfAnHourAfterTheLastMessage_AndIsNotTold_WhenItCameBackMeanwhile()
    {
        var (waits, back) = (new TraderDay(GivenMail.Ana), new TraderDay(GivenMail.Ana));
        foreach (var day in new[] { waits, back })
        {
            day.Fires("09:31", "NVDA severe", "s.NVDA", -8, Severity.Severe)
                .Flush("09:32")
                .Becomes("09:40", "s.NVDA", EntryKind.Further, -12)
                .Flush("09:42");
        }

        waits.Flush("10:01").Flush("10:02");
        back.Steps("09:50", "s.NVDA", Direction.Down, IncidentStep.Recovering, IncidentState.Recovering).Flush("10:02");

        waits.Sent.ShouldBe(["09:32 Opened NVDA", "10:02 Worse NVDA"]);
        (back.Sent.Count, back.Left[0]).ShouldBe((1, "10:02 Overtaken"));
    }

    // Back since 10:00: 29 minutes later it is nothing new, 30 minutes later it is a second leg; once, and once more as a severe one.
    [Theory]
    [InlineData("10:29", Severity.Notable, false)]
    [InlineData("10:30", Severity.Notable, true)]
    [InlineData("10:04", Severity.Severe, false)]
    [InlineData("10:05", Severity.Severe, true)]
    public void SecondLeg_IsTold_WhenItWasBackForAWhile(string time, Severity severity, bool isTold)
    {
        _day.Fires("09:31", "NVDA notable", "s.NVDA", -8, Severity.Severe)
            .Flush("09:32")
            .Steps("10:00", "s.NVDA", Direction.Down, IncidentStep.Recovering, IncidentState.Recovering)
            .Becomes(time, "s.NVDA", EntryKind.Reopened, -6, severity)
            .Flush("10:45")
            .Becomes("12:00", "s.NVDA", EntryKind.Reopened, -6)
            .Flush("12:02")
            .Becomes("12:30", "s.NVDA", EntryKind.Reopened, -6)
            .Flush("12:32");

        _day.Sent.Count(sent => sent.Contains("SecondLeg", StringComparison.Ordinal))
            .ShouldBe(isTold && severity is Severity.Severe ? 2 : 1);
        _day.Sent.Exists(sent => sent.StartsWith("10:45", StringComparison.Ordinal)).ShouldBe(isTold);
    }

    [Fact]
    public void Over_IsALineOfTheNextMessage()
    {
        _day.Fires("09:31", "NVDA notable", "s.NVDA", -6, Severity.Notable)
            .Flush("09:32")
            .Becomes("10:00", "s.NVDA", EntryKind.Recovered, -1)
            .Steps("10:00", "s.NVDA", Direction.Down, IncidentStep.Recovered, IncidentState.Recovered)
            .Flush("10:02")
            .Fires("11:00", "MU notable", "s.MU", -6, Severity.Notable)
            .Flush("11:01")
            .Fires("12:00", "AMD notable", "s.AMD", -6, Severity.Notable)
            .Flush("12:01");

        _day.Sent.ShouldBe(["09:32 Opened NVDA", "11:01 Opened MU + NVDA recovered", "12:01 Opened AMD"]);
    }

    [Fact]
    public void Over_IsAMessageOfItsOwn_OnceASession_ForWhoWantsThat()
    {
        var day = new TraderDay(GivenMail.Ana with { TellsOver = true });
        day.Fires("09:31", "NVDA notable", "s.NVDA", -6, Severity.Notable).Flush("09:32");
        foreach (var time in new[] { "10:00", "11:00" })
        {
            day.Becomes(time, "s.NVDA", EntryKind.Recovered, -1)
                .Steps(time, "s.NVDA", Direction.Down, IncidentStep.Recovered, IncidentState.Recovered)
                .Flush($"{time[..2]}:02");
        }

        day.Sent.ShouldBe(["09:32 Opened NVDA", "10:02 Recovered NVDA"]);
        day.Left.ShouldBe(["11:02 Damped"]);
    }

    [Fact]
    public void HaltAndResumption_AreToldOnce()
    {
        foreach (var (halt, resume) in new[] { ("10:00", "10:05"), ("10:20", "10:25") })
        {
            _day.Fires(halt, "NVDA halted", "s.NVDA", -9, Severity.Notable, 1, MetricId.Halted)
                .Flush($"{halt}:59")
                .Becomes(resume, "s.NVDA", EntryKind.Resumed, -9)
                .Flush($"{resume}:59")
                .Flush(resume is "10:05" ? "10:08" : "10:28");
        }

        _day.Sent.ShouldBe(["10:00:59 Opened NVDA", "10:08 Resumed NVDA"]);
        _day.Left.ShouldBe(["10:20:59 Damped", "10:25:59 Damped"]);
    }

    [Fact]
    public void Close_IsOneMessageOfAll_AfterWhatElseGoesOut_AndNeverTwice()
    {
        _day.Fires("09:31", "NVDA notable", "s.NVDA", -6, Severity.Severe)
            .Flush("09:32")
            .Fires("10:31", "MU moves 5% today", "s.MU", 6, Severity.Notable, 5)
            .Flush("10:33")
            .Becomes("16:05", "s.NVDA", EntryKind.CloseOfDay, -7)
            .Becomes("16:05", "s.MU", EntryKind.CloseOfDay, 4)
            .Fires("16:05", "MU moves 4% after hours", "s.MU", 8, Severity.Severe, 4, MetricId.AfterMove)
            .Flush("16:07")
            .Becomes("16:30", "s.NVDA", EntryKind.CloseOfDay, -7)
            .Flush("16:33");

        _day.Sent[2..].ShouldBe(["16:07 Escalated MU", "16:07 CloseOfDay MU + MU, NVDA"]);
        _day.Left.ShouldBe(["16:33 ToldAlready"]);
        _day.Last!.Subject.ShouldBe("Close of Mon 27 Jan: MU +8.0%, NVDA -7.0%");
    }

    [Fact]
    public void Close_IsNotTold_ToWhoSwitchedItOff()
    {
        var day = new TraderDay(GivenMail.Ana with { TellsClose = false });
        day.Fires("09:31", "NVDA notable", "s.NVDA", -6, Severity.Severe)
            .Flush("09:32")
            .Becomes("16:05", "s.NVDA", EntryKind.CloseOfDay, -7)
            .Flush("16:07");

        (day.Sent.Count, day.Left[0]).ShouldBe((1, "16:07 OptedOut"));
        day.Last!.Next!.ShouldNotContain("close");
    }

    // In quiet hours from 09:30 on: only what is told wakes.
    [Fact]
    public void QuietHours_AreNotBroken_BySomethingSevereThatIsNotTold()
    {
        var day = new TraderDay(GivenMail.Ana with { QuietHours = new QuietHours(new TimeOnly(9, 40), new TimeOnly(10, 30), true) });
        day.Fires("09:31", "NVDA notable", "s.NVDA", -9, Severity.Severe)
            .Flush("09:32")
            .Fires("09:50", "MU notable", "s.MU", -6, Severity.Notable)
            .Fires("09:50", "NVDA notable", "s.NVDA", -9.1, Severity.Severe)
            .Flush("09:52")
            .Flush("10:31");

        _day.Sent.ShouldBeEmpty();
        day.Sent.ShouldBe(["09:32 Opened NVDA", "10:31 Opened MU"]);
    }

    // A follow-up of something that was told as severe is severe: no digest gathers it.
    [Fact]
    public void FollowUps_AreAsSevereAsWhatTheyFollow()
    {
        var digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.Hourly, DigestRhythm.Instant, null);
        var day = new TraderDay(GivenMail.Ana with { Digest = digest, TellsOver = true });
        day.Fires("09:31", "NVDA notable", "s.NVDA", -9, Severity.Severe)
            .Flush("09:32")
            .Becomes("10:05", "s.NVDA", EntryKind.Recovered, -1)
            .Steps("10:05", "s.NVDA", Direction.Down, IncidentStep.Recovered, IncidentState.Recovered)
            .Flush("10:07");

        day.Sent.ShouldBe(["09:32 Opened NVDA", "10:07 Recovered NVDA"]);
    }

    // Alone and after a quiet while it waits 45 seconds; else two minutes, counted from when it was seen.
    [Fact]
    public void PlainAlerts_WaitForCompany_OnlyWhereItIsLikely()
    {
        _day.Fires("09:31", "NVDA falls 3% today", "s.NVDA", -3.1, Severity.Plain, 3)
            .Flush("09:31:45")
            .Fires("09:35", "MU falls 3% today", "s.MU", -3.1, Severity.Plain, 3)
            .Flush("09:35:45")
            .Flush("09:37")
            .Fires("09:50", "AMD falls 3% today", "s.AMD", -3.1, Severity.Plain, 3)
            .Fires("09:50:10", "TXN rises 3% today", "s.TXN", 3.1, Severity.Plain, 3)
            .Flush("09:50:45")
            .Flush("09:52");

        _day.Sent.ShouldBe(["09:31:45 Opened NVDA", "09:37 Opened MU", "09:52 Opened AMD + TXN up"]);
    }
}
