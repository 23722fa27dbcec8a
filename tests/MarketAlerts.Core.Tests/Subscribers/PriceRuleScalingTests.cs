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
            "#chips notable",
            "NVDA below 120",
            "AMD below 120",
            "NVDA falls 5% today",
            "NVDA above 130.05 once",
            "any of #banks below 100",
        ]);
        rules.Changed.ShouldBe([("NVDA below 1200", "NVDA below 120"), ("NVDA above 1300.5 once", "NVDA above 130.05 once")]);
        rules.Left.ShouldBeEmpty();
    }

    [Fact]
    public void Split_IsTakenOnce()
    {
        var once = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200", "NVDA below 120"), Nvda, Watched).After;

        once.Rules.ShouldBe(["NVDA below 120", "NVDA below 12"]);
        PriceRuleScaling.Split(once, Nvda, Watched).IsNothing.ShouldBeTrue();
    }

    // Entered at five in the morning, UTC, of the ex-date: midnight in New York.
    [Fact]
    public void Split_LeavesWhatWasEnteredInNewShares()
    {
        var profile = PriceRuleScaling.Enter(
            Profile(Ana, "NVDA below 1200", "NVDA below 110"),
            Entered(Before, Ana, "NVDA below 1200"),
            Watched.Vocabulary,
            Nvda.From
        );

        PriceRuleScaling.Split(profile, Nvda, Watched).After.Rules.ShouldBe(["NVDA below 120", "NVDA below 110"]);
    }

    [Fact]
    public void Split_TakesProfilesOfBeforeThatWasKept_AsEnteredBefore()
    {
        var old = Profile(Ana, "NVDA below 1200");

        PriceRuleScaling.Split(old, Nvda, Watched).After.Rules.ShouldBe(["NVDA below 120"]);
        var entered = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 1200"), old, Watched.Vocabulary, Nvda.From.AddHours(1));
        PriceRuleScaling.Split(entered, Nvda, Watched).After.Rules.ShouldBe(["NVDA below 120"]);
    }

    [Fact]
    public void Split_LeavesAPriceForAnyOfABasket_AndSaysSo()
    {
        var rules = PriceRuleScaling.Split(Entered(Before, Ana, "any of #chips below 1200", "#chips notable"), Nvda, Watched);

        (rules.Changed.Count, rules.IsNothing).ShouldBe((0, false));
        rules.Left.ShouldBe(["any of #chips below 1200"]);
        rules.After.Rules.ShouldBe(["any of #chips below 1200", "#chips notable"]);
    }

    [Fact]
    public void Split_KeepsARuleOnce_WhenTwoBecomeOne() =>
        PriceRuleScaling
            .Split(Entered(Before, Ana, "NVDA below 1200", "NVDA below 1200.0001"), Nvda, Watched)
            .After.Rules.ShouldBe(["NVDA below 120"]);

    [Fact]
    public void Enter_MeansTheRescaledRule_WhenAFileStillSaysTheOldOne()
    {
        var split = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200", "NVDA notable"), Nvda, Watched).After;

        var again = PriceRuleScaling.Enter(
            Profile(Ana, "NVDA below 1200", "NVDA notable"),
            split,
            Watched.Vocabulary,
            Nvda.From.AddDays(3)
        );

        again.Rules.ShouldBe(["NVDA below 120", "NVDA notable"]);
        again.PriceRules.ShouldBe([new KnownPriceRule("NVDA below 120", Nvda.From, "NVDA below 1200")]);
    }

    [Fact]
    public void Enter_MeansTheRescaledRule_AfterASecondSplitToo()
    {
        var second = Nvda with { Day = Nvda.Day.AddYears(1), From = Nvda.From.AddYears(1), NewSharesPerOld = 2 };
        var once = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200"), Nvda, Watched).After;
        var twice = PriceRuleScaling.Split(once, second, Watched).After;

        twice.Rules.ShouldBe(["NVDA below 60"]);
        PriceRuleScaling
            .Enter(Profile(Ana, "NVDA below 1200"), twice, Watched.Vocabulary, second.From.AddDays(3))
            .Rules.ShouldBe(["NVDA below 60"]);
    }

    [Fact]
    public void Enter_TakesTheOldTextLiterally_OnceAFileHasSaidTheNewOne()
    {
        var split = PriceRuleScaling.Split(Entered(Before, Ana, "NVDA below 1200"), Nvda, Watched).After;
        var updated = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 120"), split, Watched.Vocabulary, Nvda.From.AddDays(3));

        var later = PriceRuleScaling.Enter(Profile(Ana, "NVDA below 1200"), updated, Watched.Vocabulary, Nvda.From.AddYears(9));

        updated.PriceRules.ShouldBe([new KnownPriceRule("NVDA below 120", Nvda.From, null)]);
        later.Rules.ShouldBe(["NVDA below 1200"]);
    }
}
