using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Subscribers.GivenSplit;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class PriceRuleScalingTests
{
    private const string Ana = "ana@example.com";

    [Fact]
    public void Split_RescalesThePriceRulesOfTheSymbol_AndLeavesTheRest()
    {
        var rules = PriceRuleScaling.Split(
            Entered(
                Before,
                Ana,
                "#chips notable",
                "NVDA below 1200",
                "AMD below 120",
                "NVDA falls 5% today",
                "NVDA above 1300.5 once",
                "any of #banks below 100"
            ),
            Nvda,
            Watched
        );

        rules.After.Rules.ShouldBe([
            Rule.FromText("#chips notable"),
            Rule.FromText("NVDA below 120"),
            Rule.FromText("AMD below 120"),
            Rule.FromText("NVDA falls 5% today"),
            Rule.FromText("NVDA above 130.05 once"),
            Rule.FromText("any of #banks below 100"),
        ]);
        rules.Changed.ShouldBe([
            (Rule.FromText("NVDA below 1200"), Rule.FromText("NVDA below 120")),
            (Rule.FromText("NVDA above 1300.5 once"), Rule.FromText("NVDA above 130.05 once")),
        ]);
        rules.Left.ShouldBeEmpty();
    }

    [Fact]
    public void Split_IsTakenOnce()
    {
        var once = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200", "NVDA below 120"), Nvda, Watched).After;

        once.Rules.ShouldBe([Rule.FromText("NVDA below 120"), Rule.FromText("NVDA below 12")]);
        PriceRuleScaling.Split(once, Nvda, Watched).IsNothing.ShouldBeTrue();
    }

    // Entered at five in the morning, UTC, of the ex-date: midnight in New York.
    [Fact]
    public void Split_LeavesWhatWasEnteredInNewShares()
    {
        var profile = PriceRuleScaling.Enter(
            Profile(Ana, "NVDA below 1200", "NVDA below 110"),
            Entered(Before, Ana, "NVDA below 1200"),
            Nvda.From
        );

        PriceRuleScaling
            .Split(profile, Nvda, Watched)
            .After.Rules.ShouldBe([Rule.FromText("NVDA below 120"), Rule.FromText("NVDA below 110")]);
    }

    [Fact]
    public void Split_TakesProfilesOfBeforeThatWasKept_AsEnteredBefore()
    {
        var old = Profile(Ana, "NVDA below 1200");

        PriceRuleScaling.Split(old, Nvda, Watched).After.Rules.ShouldBe([Rule.FromText("NVDA below 120")]);
        var entered = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 1200"), old, Nvda.From.AddHours(1));
        PriceRuleScaling.Split(entered, Nvda, Watched).After.Rules.ShouldBe([Rule.FromText("NVDA below 120")]);
    }

    [Fact]
    public void Split_LeavesAPriceForAnyOfABasket_AndSaysSo()
    {
        var rules = PriceRuleScaling.Split(Entered(Before, Ana, "any of #chips below 1200", "#chips notable"), Nvda, Watched);

        (rules.Changed.Count, rules.IsNothing).ShouldBe((0, false));
        rules.Left.ShouldBe([Rule.FromText("any of #chips below 1200")]);
        rules.After.Rules.ShouldBe([Rule.FromText("any of #chips below 1200"), Rule.FromText("#chips notable")]);
    }

    [Fact]
    public void Split_KeepsARuleOnce_WhenTwoBecomeOne() =>
        PriceRuleScaling
            .Split(Entered(Before, Ana, "NVDA below 1200", "NVDA below 1200.0001"), Nvda, Watched)
            .After.Rules.ShouldBe([Rule.FromText("NVDA below 120")]);

    [Fact]
    public void Enter_MeansTheRescaledRule_WhenAFileStillSaysTheOldOne()
    {
        var split = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200", "NVDA notable"), Nvda, Watched).After;

        var again = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 1200", "NVDA notable"), split, Nvda.From.AddDays(3));

        again.Rules.ShouldBe([Rule.FromText("NVDA below 120"), Rule.FromText("NVDA notable")]);
        again.PriceRules.ShouldBe([new KnownPriceRule(Rule.FromText("NVDA below 120"), Nvda.From, Rule.FromText("NVDA below 1200"))]);
    }

    [Fact]
    public void Enter_MeansTheRescaledRule_AfterASecondSplitToo()
    {
        var second = Nvda with { Day = Nvda.Day.AddYears(1), From = Nvda.From.AddYears(1), NewSharesPerOld = 2 };
        var once = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200"), Nvda, Watched).After;
        var twice = PriceRuleScaling.Split(once, second, Watched).After;

        twice.Rules.ShouldBe([Rule.FromText("NVDA below 60")]);
        PriceRuleScaling
            .Enter(Profile(Ana, "NVDA below 1200"), twice, second.From.AddDays(3))
            .Rules.ShouldBe([Rule.FromText("NVDA below 60")]);
    }

    [Fact]
    public void Enter_TakesTheOldTextLiterally_OnceAFileHasSaidTheNewOne()
    {
        var split = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200"), Nvda, Watched).After;
        var updated = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 120"), split, Nvda.From.AddDays(3));

        var later = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 1200"), updated, Nvda.From.AddYears(9));

        updated.PriceRules.ShouldBe([new KnownPriceRule(Rule.FromText("NVDA below 120"), Nvda.From, null)]);
        later.Rules.ShouldBe([Rule.FromText("NVDA below 1200")]);
    }
}
