using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Tests.News;

namespace MarketAlerts.Core.Tests.Incidents;

public sealed class IncidentReducerTests
{
    private static readonly IncidentReducer Reducer = new(new ThresholdOptions(), new DeliveryOptions());

    private static readonly MarketEvent Opening = Given.BasketEvent(
        1,
        "14:31:20",
        [
            Given.Reading("NVDA", -12.5, 1),
            Given.Reading("MU", -8.1, 1),
            Given.Reading("AMD", -2),
            Given.Reading("QCOM", -1.9),
            Given.Reading("TXN", 0.8),
        ],
        Given.Reading("ORCL", -8.0, 1),
        Given.Reading("MSFT", -1.5)
    );

    [Fact]
    public void ApplyOwn_OpensWithTheMembersBeyondTheJoiningThreshold_WhenABasketCrosses()
    {
        var (incident, change) = Reducer.ApplyOwn(null, Opening);

        change.Opened.ShouldBeTrue();
        change.IsWorthTelling.ShouldBeFalse("nobody was told before");
        (incident.Id, incident.Severity, incident.OpenedAt).ShouldBe(("chips-down-20250127", Severity.Notable, Given.At("14:31:20")));
        incident.Members.Select(member => member.Reading.Symbol).ShouldBe([Symbol.Parse("NVDA"), Symbol.Parse("MU"), Symbol.Parse("AMD")]);
        incident.NotMoving.Select(reading => reading.Symbol).ShouldBe([Symbol.Parse("QCOM"), Symbol.Parse("TXN"), Symbol.Parse("MSFT")]);
        incident.AlsoMoving.Select(reading => reading.Symbol).ShouldBe([Symbol.Parse("ORCL")]);
        incident.Transitions.ShouldBe([
            new IncidentTransition(
                Given.At("14:31:20"),
                IncidentStep.Opened,
                IncidentState.Forming,
                "median -8.1 %, 80 % of 5 beyond the joining threshold"
            ),
        ]);
    }

    [Fact]
    public void ApplyOwn_OpensWithItsSymbolAlone_WhenASymbolCrosses()
    {
        var (incident, _) = Reducer.ApplyOwn(null, Given.SymbolEvent(Given.Reading("MSFT", -1.2), 12_000));

        (incident.Id, incident.Severity).ShouldBe(("MSFT-down-20250127", Severity.Plain));
        incident.Members.ShouldHaveSingleItem().Reading.Symbol.Text.ShouldBe("MSFT");
        incident.Transitions.ShouldHaveSingleItem().Reason.ShouldBe("MSFT -1.2 %");
    }

    [Theory]
    [InlineData(-2.0, true)]
    [InlineData(-1.99, false)]
    [InlineData(6.0, false)]
    public void ApplyMember_TakesAMember_FromTwoPercentInItsDirection(double move, bool joins)
    {
        var before = Open();

        var (after, change) = Reducer.ApplyMember(before, Given.SymbolEvent(Given.Reading("TXN", move, 0, "14:35"), 20_000));

        (after.Find(Symbol.Parse("TXN")) is not null).ShouldBe(joins);
        change.IsWorthTelling.ShouldBeFalse();
        ReferenceEquals(after, before).ShouldBe(!joins);
        after.NotMoving.Any(reading => reading.Symbol.Text == "TXN").ShouldBe(!joins);
        after.Transitions.Count.ShouldBe(joins ? 3 : 1);
    }

    [Fact]
    public void ApplyMember_NamesANewlyNotableMember_OnlyOnce()
    {
        var (first, change) = Reducer.ApplyMember(Open(), Given.SymbolEvent(Given.Reading("AMD", -5.2, 1, "14:40"), 52_000));
        change.NewlyNotable.ShouldBe([Symbol.Parse("AMD")]);
        change.Escalated.ShouldBeFalse();

        // It recovers, then falls below its threshold again: told before.
        var (second, recovered) = Reducer.ApplyMember(first, Given.SymbolEvent(Given.Reading("AMD", -3, 0, "14:50"), 53_000));
        var (third, again) = Reducer.ApplyMember(second, Given.SymbolEvent(Given.Reading("AMD", -5.4, 1, "15:00"), 54_000));

        recovered.IsWorthTelling.ShouldBeFalse();
        again.IsWorthTelling.ShouldBeFalse();
        third.Find(Symbol.Parse("AMD"))!.Highest.ShouldBe(Severity.Notable);
        third.Find(Symbol.Parse("AMD"))!.JoinedAt.ShouldBe(Given.At("14:31"));
        third.Find(Symbol.Parse("AMD"))!.Reading.DayMove.ShouldBe(-5.4);
    }

    [Fact]
    public void ApplyMember_Escalates_WhenAMemberBecomesSevereAndNeverSinksAgain()
    {
        var (severe, change) = Reducer.ApplyMember(
            Open(),
            Given.SymbolEvent(Given.Reading("NVDA", -13, 2, "14:33"), 20_000, MetricId.Tier)
        );

        change.ShouldSatisfyAllConditions(
            () => change.Escalated.ShouldBeTrue(),
            () => change.IsWorthTelling.ShouldBeTrue(),
            () => change.NewlyNotable.ShouldBeEmpty()
        );
        severe.Severity.ShouldBe(Severity.Severe);
        severe
            .Transitions[^1]
            .ShouldBe(
                new IncidentTransition(Given.At("14:33"), IncidentStep.Escalated, IncidentState.Open, "NVDA -13.0 %")
                {
                    Severity = Severity.Severe,
                }
            );

        var (later, nothing) = Reducer.ApplyMember(severe, Given.SymbolEvent(Given.Reading("NVDA", -7, 1, "15:33"), 21_000));
        later.Severity.ShouldBe(Severity.Severe);
        nothing.Escalated.ShouldBeFalse();
    }

    [Fact]
    public void Apply_AnswersTheSameAndChangesNothing_WhenAnEventIsDeliveredAgain()
    {
        var evidence = Given.SymbolEvent(Given.Reading("AMD", -8.2, 2, "14:40"), 20_000, MetricId.Tier);
        var (after, change) = Reducer.ApplyMember(Open(), evidence);

        var (again, answer) = Reducer.ApplyMember(after, evidence);

        again.ShouldBeSameAs(after);
        answer.ShouldBe(change);
        answer.NewlyNotable.ShouldBe([Symbol.Parse("AMD")]);
        Reducer
            .ApplyOwn(after, Opening)
            .ShouldSatisfyAllConditions(own => own.Incident.ShouldBeSameAs(after), own => own.Change.Opened.ShouldBeTrue());
    }

    [Fact]
    public void ApplyOwn_JoinsAndNamesMembers_WhenAnOpenBasketCrossesAgain()
    {
        var later = Given.BasketEvent(2, "14:36:20", [Given.Reading("NVDA", -13, 2, "14:36"), Given.Reading("QCOM", -5.5, 1, "14:36")]);

        var (incident, change) = Reducer.ApplyOwn(Open(), later);

        change.ShouldSatisfyAllConditions(
            () => change.Opened.ShouldBeFalse(),
            () => change.Escalated.ShouldBeTrue(),
            () => change.NewlyNotable.ShouldBe([Symbol.Parse("QCOM")])
        );
        incident
            .Transitions.Select(step => step.To)
            .ShouldBe(["opened", "group wait over", "member joined", "escalated to severe", "member notable"]);
        incident.Applied.Count.ShouldBe(2);
    }

    [Fact]
    public void Apply_KeepsTheNewerEvidence_WhenAnOlderQuoteArrivesLater()
    {
        var (incident, _) = Reducer.ApplyMember(Open(), Given.SymbolEvent(Given.Reading("NVDA", -10, 2, "14:30:30"), 20_000));

        incident.Find(Symbol.Parse("NVDA"))!.Reading.DayMove.ShouldBe(-12.5);
        incident.Find(Symbol.Parse("NVDA"))!.Highest.ShouldBe(Severity.Severe);
    }

    [Fact]
    public void ApplyOwn_OpensAnIncidentOfItsOwn_WhenTheEvidenceIsNews()
    {
        var news = Given.SymbolEvent(Given.Reading("NVDA", 0), 10_000, MetricId.Mentions, Direction.Up) with
        {
            Symbol = null,
            News = GivenNews.Reading(1),
        };

        var (first, _) = Reducer.ApplyOwn(null, news);
        var (second, _) = Reducer.ApplyOwn(first, news with { To = 30_000, News = GivenNews.Reading(3, 0.25) });

        (first.Id, first.About, first.Severity, first.Members.Count).ShouldBe(("news-NVDA-20250127", "NVDA", Severity.Plain, 0));
        first.Transitions.ShouldHaveSingleItem().Reason.ShouldBe("1 story within an hour");
        second.News!.Count.ShouldBe(3);
        Reducer.ApplyOwn(second, news).Incident.ShouldBeSameAs(second);
    }

    // A rule that had to wait for its news brings evidence of the morning.
    [Fact]
    public void ApplyOwn_SetsNoFigureBack_WhenTheEvidenceIsOlder()
    {
        var later = Given.BasketEvent(2, "14:36:20", [Given.Reading("NVDA", -13, 2, "14:36")]);
        var (current, _) = Reducer.ApplyOwn(Open(), later with { Basket = later.Basket! with { MedianMove = -6 } });
        var old = Given.BasketEvent(1, "14:33:20", [Given.Reading("NVDA", -5, 1, "14:33")]);

        Reducer
            .ApplyOwn(current, old with { To = 21_000, Basket = old.Basket! with { MedianMove = -2.1 } })
            .Incident.MedianMove.ShouldBe(-6);
    }

    private static Incident Open() => Reducer.ApplyOwn(null, Opening).Incident;
}
