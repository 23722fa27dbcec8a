using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Tests.News;
using static MarketAlerts.Core.Tests.Incidents.GivenIncident;

namespace MarketAlerts.Core.Tests.Incidents;

/// <summary>
/// Every transition of the market side, each in a test named after it: what brings it about, and what stands in the record.
/// </summary>
public sealed class IncidentTransitionTests
{
    [Fact]
    public void Opened_Forms() => Nvda.State.ShouldBe(IncidentState.Forming);

    [Theory]
    [InlineData("14:31:29", IncidentState.Forming)]
    [InlineData("14:31:30", IncidentState.Open)]
    public void GroupWaitOver_Opens_ThirtySecondsAfterSomethingSevere(string time, IncidentState state)
    {
        var (after, _) = Reducer.ApplyOwn(Nvda, Given.SymbolEvent(Given.Reading("NVDA", -13, 2, time), 130_000));

        after.State.ShouldBe(state);
    }

    [Fact]
    public void Halted_StopsTheJudging_FromForming() =>
        ShouldStep(Nvda, Now("14:31", -12, halted: true), IncidentStep.Halted, IncidentState.Halted, "Trading in NVDA is halted.");

    [Fact]
    public void Halted_StopsTheJudging_FromOpen() =>
        ShouldStep(Open, Now("14:40", -12, halted: true), IncidentStep.Halted, IncidentState.Halted, "Trading in NVDA is halted.");

    [Fact]
    public void Halted_StopsTheJudging_FromRecovering() =>
        ShouldStep(Recovering, Now("15:02", -4, halted: true), IncidentStep.Halted, IncidentState.Halted, "Trading in NVDA is halted.");

    [Fact]
    public void Halted_IsNoRecovery_HoweverThePriceLooks() =>
        Judge
            .Judge(After(Open, Now("14:40", -12, halted: true)), Now("14:50", -1, halted: true), Given.At("14:50"), TimeSpan.Zero)
            .ShouldBeNull();

    [Fact]
    public void Resumed_OpensAgain() =>
        ShouldStep(
            After(Open, Now("14:40", -12, halted: true)),
            Now("14:45", -13),
            IncidentStep.Resumed,
            IncidentState.Open,
            "Trading in NVDA goes on."
        );

    [Fact]
    public void Recovering_BeginsAtHalfOfTheThreshold() =>
        ShouldStep(
            Open,
            Now("15:00", -2.5),
            IncidentStep.Recovering,
            IncidentState.Recovering,
            "NVDA -2.5 %, after -12.5 % at the furthest."
        );

    [Fact]
    public void Recovering_BeginsNot_AboveTheResetLevel() =>
        Judge.Judge(Open, Now("15:00", -2.51), Given.At("15:00"), TimeSpan.Zero).ShouldBeNull();

    [Fact]
    public void Recovering_BeginsNot_WithoutAFreshValue() =>
        Judge.Judge(Open, Now("15:00", -1) with { Own = null }, Given.At("15:00"), TimeSpan.Zero).ShouldBeNull();

    [Fact]
    public void Relapsed_OpensAgain_BeyondTheThreshold() =>
        ShouldStep(Recovering, Now("15:05", -5), IncidentStep.Relapsed, IncidentState.Open, "NVDA -5.0 %: beyond the threshold again.");

    [Fact]
    public void Relapsed_NeedsTheThreshold_NotJustTheResetLevel() =>
        Judge.Judge(Recovering, Now("15:05", -4.95), Given.At("15:05"), TimeSpan.Zero).ShouldBeNull();

    [Fact]
    public void Recovered_IsTold_OnceItHeldForTenMinutes()
    {
        Judge.Judge(Recovering, Now("15:09:59", -2.5), Given.At("15:09:59"), TimeSpan.Zero).ShouldBeNull();

        var transition = ShouldStep(
            Recovering,
            Now("15:10", -2.5),
            IncidentStep.Recovered,
            IncidentState.Recovered,
            "NVDA -2.5 %, after -12.5 % at the furthest: back and held for 10 minutes."
        );
        Reducer.ApplyTransition(Recovering, transition).Change.Told.ShouldBe(IncidentStep.Recovered);
    }

    [Fact]
    public void Reopened_IsTold_BeyondTheThresholdAgain_OnTwoQuotes()
    {
        var once = ShouldStep(
            Recovered,
            Now("15:30", -5.5),
            IncidentStep.Returning,
            IncidentState.Recovered,
            "NVDA -5.5 %: beyond the threshold again."
        );
        var (returning, change) = Reducer.ApplyTransition(Recovered, once);

        change.Told.ShouldBeNull();
        Judge.Judge(returning, Now("15:30", -5.5), Given.At("15:31"), TimeSpan.Zero).ShouldBeNull("it is the same quote");
        var twice = ShouldStep(
            returning,
            Now("15:31", -5.2),
            IncidentStep.Reopened,
            IncidentState.Open,
            "NVDA -5.2 %: beyond the threshold again."
        );
        Reducer.ApplyTransition(returning, twice).Change.Told.ShouldBe(IncidentStep.Reopened);
    }

    // A lone quote beyond the threshold, and another one ten minutes later, are no two in a row.
    [Fact]
    public void Reopened_NeedsTheSecondQuoteSoon() =>
        ShouldStep(
            After(Recovered, Now("15:30", -5.5)),
            Now("15:40", -5.2),
            IncidentStep.Returning,
            IncidentState.Recovered,
            "NVDA -5.2 %: beyond the threshold again."
        );

    // From +5.2 % after -8.6 % half of 13.8 points is given back at -1.7 %: -1.71 is beyond, -1.69 is not.
    [Theory]
    [InlineData(-1.69, false)]
    [InlineData(-1.71, true)]
    public void GivenBack_IsTold_WhenHalfOfTheSwingIs_OnTwoQuotes(double move, bool isBack)
    {
        var up = Opened(Given.SymbolEvent(Given.Reading("NVDA", 5.2, 1, "15:13"), 52_000)) with { State = IncidentState.Recovering };
        var first = Judge.Judge(up, Swing("15:32", move), Given.At("15:32"), TimeSpan.Zero);

        (first?.Step is IncidentStep.GivingBack).ShouldBe(isBack);
        if (first is { Step: IncidentStep.GivingBack })
        {
            var giving = Reducer.ApplyTransition(up, first).Incident;
            var second = Judge.Judge(giving, Swing("15:33", move), Given.At("15:33"), TimeSpan.Zero)!;
            second.Reason.ShouldBe("NVDA -1.7 %, after -8.6 % and +5.2 %: half of the swing is given back.");
            var (given, change) = Reducer.ApplyTransition(giving, second);
            change.Told.ShouldBe(IncidentStep.GivenBack);
            Judge.Judge(given, Swing("15:40", -3), Given.At("15:40"), TimeSpan.Zero)?.Step.ShouldNotBe(IncidentStep.GivingBack);
        }

        static IncidentFigures Swing(string time, double move) => Now(time, move) with { Own = move, Furthest = 5.2, FurthestBefore = 8.6 };
    }

    [Fact]
    public void Corrected_IsToldOnce_WhenTheCloseBeforeIsAnotherOne()
    {
        var restated = Now("14:40", -12.5) with { PreviousCloses = new Dictionary<Symbol, double> { [Given.Sym("NVDA")] = 90 } };

        var transition = ShouldStep(
            Open,
            restated,
            IncidentStep.Corrected,
            IncidentState.Open,
            "NVDA was measured against 100.00; the close before is 90.00, so it stands at -12.5 % instead of -12.5 %."
        );
        var (corrected, change) = Reducer.ApplyTransition(Open, transition);
        (change.Told, corrected.Revised.ShouldHaveSingleItem()).ShouldBe(
            (IncidentStep.Corrected, new IncidentRevision(Symbol.Parse("NVDA"), 100, 90, -12.5, -12.5))
        );
        Judge.Judge(corrected, restated, Given.At("14:41"), TimeSpan.Zero).ShouldBeNull();
    }

    [Theory]
    [InlineData(100.49, false)]
    [InlineData(100.51, true)]
    public void Corrected_LeavesAloneWhatDiffersLittle(double close, bool isTold) =>
        (
            Judge.Judge(
                Open,
                Now("14:40", -12.5) with
                {
                    PreviousCloses = new Dictionary<Symbol, double> { [Given.Sym("NVDA")] = close },
                },
                Given.At("14:40"),
                TimeSpan.Zero
            )
            is not null
        ).ShouldBe(isTold);

    [Fact]
    public void Carried_TellsTheClose_FromOpen() => ShouldCarry(Open);

    [Fact]
    public void Carried_TellsTheClose_FromForming() => ShouldCarry(Nvda);

    [Fact]
    public void Carried_TellsTheClose_FromHalted() => ShouldCarry(After(Open, Now("14:40", -12, halted: true)));

    [Fact]
    public void Carried_TellsTheClose_FromRecovering() => ShouldCarry(Recovering);

    [Fact]
    public void Carried_WaitsAsLongAsTheQuotesAreLate()
    {
        Judge.Judge(Open, Now("21:00", -17), Given.At("21:19:59"), TimeSpan.FromMinutes(15)).ShouldBeNull();
        Judge.Judge(Open, Now("21:00", -17), Given.At("21:20"), TimeSpan.FromMinutes(15)).ShouldNotBeNull();
    }

    [Fact]
    public void Closed_EndsARecoveredOne_AtTheClose_AndTellsHowItEnded()
    {
        var transition = ShouldStep(
            Recovered,
            Now("21:05", -2),
            IncidentStep.Closed,
            IncidentState.Closed,
            "The session ended: NVDA -2.0 %."
        );

        Reducer.ApplyTransition(Recovered, transition).Change.Told.ShouldBe(IncidentStep.Closed);
    }

    [Fact]
    public void Closed_EndsAPlainOne_AtTheClose() =>
        ShouldStep(
            Open with
            {
                Severity = Severity.Plain,
            },
            Now("21:05", -2),
            IncidentStep.Closed,
            IncidentState.Closed,
            "The session ended: NVDA -2.0 %."
        );

    [Fact]
    public void Closed_EndsWhatWasCarried_WhenTheNextSessionDoesNotGoOn()
    {
        var transition = Judge.Judge(Carried, Now("2025-01-28T14:35", 2.9), Given.Utc("2025-01-28T14:35Z"), TimeSpan.Zero)!;
        var (after, change) = Reducer.ApplyTransition(Carried, transition);

        (transition.Step, transition.Reason, change.Told).ShouldBe(
            (IncidentStep.Closed, "The next session does not go on: NVDA +2.9 %.", null)
        );
        after
            .Transitions.TakeLast(2)
            .Select(step => (step.Step, step.State))
            .ShouldBe([(IncidentStep.Closed, IncidentState.Closed), (IncidentStep.FollowedUp, IncidentState.FollowedUp)]);
        after.Find(Symbol.Parse("NVDA"))!.Reading.DayMove.ShouldBe(-17, "the figures of another session stay out of its record");
    }

    [Fact]
    public void Continued_OpensAgain_WhenTheNextSessionGoesOn_AndEndsWithIt()
    {
        var transition = Judge.Judge(Carried, Now("2025-01-28T14:35", -2), Given.Utc("2025-01-28T14:35Z"), TimeSpan.Zero)!;
        var (after, change) = Reducer.ApplyTransition(Carried, transition);
        var end = Judge.Judge(after, Now("2025-01-28T21:00", -2), Given.Utc("2025-01-28T21:05Z"), TimeSpan.Zero)!;
        var (ended, told) = Reducer.ApplyTransition(after, end);

        (transition.Step, after.State, change.Told).ShouldBe((IncidentStep.Continued, IncidentState.Open, IncidentStep.Continued));
        (ended.State, told.IsWorthTelling).ShouldBe((IncidentState.FollowedUp, false));
    }

    [Theory]
    [InlineData("2025-01-27T23:00")]
    [InlineData("2025-01-28T14:34:59")]
    public void Continued_WaitsForTheNextOpen(string now) =>
        Judge.Judge(Carried, Now("21:00", -17), Given.Utc(now + "Z"), TimeSpan.Zero).ShouldBeNull();

    [Fact]
    public void FollowedUp_IsTheEnd()
    {
        var over = Carried with { State = IncidentState.FollowedUp };

        over.IsLive.ShouldBeFalse();
        Reducer.ApplyTransition(over, Transition(IncidentStep.Recovered)).ShouldBe((over, IncidentChange.None));
    }

    [Fact]
    public void News_CloseWithTheirSession()
    {
        var news = Open with { Members = [], News = GivenNews.Reading(1), Severity = Severity.Plain };

        Judge.Judge(news, Now("15:00", -1), Given.At("15:00"), TimeSpan.Zero).ShouldBeNull();
        ShouldStep(news, Now("21:00", -1), IncidentStep.Closed, IncidentState.Closed, "The session ended.", "21:05");
    }

    [Fact]
    public void Basket_IsJudgedByItsMedian()
    {
        var chips = Opened(Given.BasketEvent(2, "14:31:20", [Given.Reading("NVDA", -12.5, 2), Given.Reading("AMD", -4)]));
        var figures = Now("15:00", -4) with
        {
            Basket = new BasketReading("chips", -3, -40, 0, [Given.Reading("NVDA", -4)], []),
            Own = 1.75,
            Furthest = 8.1,
        };

        Judge.Judge(chips, figures, Given.At("15:00"), TimeSpan.Zero)!.Step.ShouldBe(IncidentStep.Recovering);
        Judge.Judge(chips, figures with { Own = 1.8 }, Given.At("15:00"), TimeSpan.Zero).ShouldBeNull();
    }

    [Fact]
    public void ApplyTransition_AnswersTheSame_WhenItIsDeliveredAgain_AndNothingWhenSeenAgain()
    {
        var transition = Judge.Judge(Recovering, Now("15:10", -2.5), Given.At("15:10"), TimeSpan.Zero)!;
        var (after, change) = Reducer.ApplyTransition(Recovering, transition);

        Reducer.ApplyTransition(after, transition).ShouldBe((after, change));
        Reducer
            .ApplyTransition(after, transition with { MarketTime = transition.MarketTime.AddMinutes(1) })
            .ShouldBe((after, IncidentChange.None));
    }

    private static void ShouldCarry(Incident before)
    {
        var transition = ShouldStep(
            before,
            Now("21:00", -17),
            IncidentStep.Carried,
            IncidentState.Carried,
            "The session ended: NVDA -17.0 %.",
            "21:05"
        );

        Reducer.ApplyTransition(before, transition).Change.Told.ShouldBe(IncidentStep.Carried);
        transition.MarketTime.ShouldBe(Given.At("21:00"));
    }

    private static ProposedTransition ShouldStep(
        Incident before,
        IncidentFigures figures,
        IncidentStep step,
        IncidentState state,
        string reason,
        string? now = null
    )
    {
        var at = now is null ? figures.Readings[Symbol.Parse("NVDA")].QuoteTime : Given.At(now);
        var transition = Judge.Judge(before, figures, at, TimeSpan.Zero).ShouldNotBeNull();
        var after = Reducer.ApplyTransition(before, transition).Incident;
        (transition.Step, after.State, after.Transitions[^1].Reason).ShouldBe((step, state, reason));
        return transition;
    }
}
