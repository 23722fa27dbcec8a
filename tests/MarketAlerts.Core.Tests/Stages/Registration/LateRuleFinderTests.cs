using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Rules;

namespace MarketAlerts.Core.Tests.Stages.Registration;

/// <summary>The day's low was -6.1 %; told prices run from 93.9 up.</summary>
public sealed class LateRuleFinderTests
{
    private static readonly LateRuleFinder Finder = new(new ThresholdOptions());
    private static readonly SubscriberId Ana = SubscriberId.FromAddress("ana@example.com");

    [Theory]
    [InlineData("NVDA falls 5% today", 93.9, "already true: now -6.1")]
    [InlineData("NVDA falls 5% today", 97.0, "passed today (-6.1 %), now -3.0 %")]
    [InlineData("NVDA falls 5% today", 101.0, "passed today (-6.1 %), now +1.0 %")]
    [InlineData("NVDA below 95", 97.0, "already passed: now 97.00")]
    public void Find_AnswersInsteadOfMailing_WhenTheLevelWasPassed(string rule, double last, string answer)
    {
        var found = Find(rule, last);

        found!.Value.Answer.ShouldStartWith(answer);
        found.Value.Rule.Session.ShouldBe(Given.Day);
        found.Value.Rule.SubscriptionHash.ShouldBe(SubscriptionHash.Hash(Ana, Rule.FromText(rule)));
    }

    [Theory]
    [InlineData("NVDA falls 7% today")]
    [InlineData("NVDA rises 1% today")]
    [InlineData("NVDA below 93")]
    [InlineData("NVDA above 101")]
    public void Find_IsNull_WhenTheLevelLiesAhead(string rule) => Find(rule, 97).ShouldBeNull();

    [Fact]
    public void Find_IsNull_WhenTheSessionIsOver()
    {
        var state = Given.State("NVDA", "14:31", 94);
        state.Columns.Episodes.Extremes(MetricId.DayMove, Direction.Down)[0] = 61_000;

        Finder
            .Find(
                GivenRules.Parse("NVDA falls 5% today").Rule!.Levels[0],
                state,
                Given.Day.AddDays(1),
                Ana,
                Rule.FromText("NVDA falls 5% today")
            )
            .ShouldBeNull();
    }

    [Fact]
    public void Find_IsNull_BeforeTheFirstQuote() =>
        Finder
            .Find(
                GivenRules.Parse("NVDA below 95").Rule!.Levels[0],
                new SymbolState(Given.Sym("NVDA")),
                Given.Day,
                Ana,
                Rule.FromText("NVDA below 95")
            )
            .ShouldBeNull();

    [Fact]
    public void Find_NamesTheSymbol_WhenAnyOfABasketIsWatched()
    {
        var state = Given.State("NVDA", "15:00", 93.9);
        state.Columns.Episodes.Extremes(MetricId.DayMove, Direction.Down)[0] = 61_000;

        Finder
            .Find(RuleLevel("any of #chips falls 5% today"), state, Given.Day, Ana, Rule.FromText("any of #chips falls 5% today"))!
            .Value.Answer.ShouldBe("NVDA already true: now -6.1 %");
    }

    // Before the open the state is still of Friday's session, but the pre-market is today's.
    [Fact]
    public void Find_Answers_WhenThePreMarketMovePassedTheLevelToday()
    {
        var state = Extended("2025-01-27T13:00Z");

        var found = Finder.Find(RuleLevel("NVDA falls 4% pre-market"), state, Given.Day, Ana, Rule.FromText("NVDA falls 4% pre-market"));

        found!.Value.Answer.ShouldBe("already true: now -6.0 %");
        found.Value.Rule.Session.ShouldBe(Given.Day);
    }

    [Fact]
    public void Find_IsNull_WhenThatPreMarketWasAnotherDays() =>
        Finder
            .Find(
                RuleLevel("NVDA falls 4% pre-market"),
                Extended("2025-01-24T13:00Z"),
                Given.Day,
                Ana,
                Rule.FromText("NVDA falls 4% pre-market")
            )
            .ShouldBeNull();

    [Fact]
    public void Find_IsNull_WhenThereWasNoPreMarketAtAll() =>
        Finder
            .Find(
                RuleLevel("NVDA falls 4% pre-market"),
                Given.State("NVDA", "15:00", 94),
                Given.Day,
                Ana,
                Rule.FromText("NVDA falls 4% pre-market")
            )
            .ShouldBeNull();

    private static SymbolState Extended(string time)
    {
        var state = Given.State("NVDA", "15:00", 100);
        (state.Session, state.QuoteTime) = (new DateOnly(2025, 1, 24), Given.Utc("2025-01-24T21:00Z"));
        state.Columns.ExtendedTime[0] = Given.Utc(time).UtcTicks;
        (state.Columns.PreMarketLast[0], state.Columns.PreMarketBase[0]) = (94, 100);
        state.Columns.Episodes.Extremes(MetricId.PreMove, Direction.Down)[0] = 60_000;
        return state;
    }

    private static Core.Rules.RuleLevel RuleLevel(string rule) => GivenRules.Parse(rule).Rule!.Levels[0];

    private static (LateRule Rule, string Answer)? Find(string rule, double last)
    {
        var state = Given.State("NVDA", "15:00", last);
        state.Columns.Episodes.Extremes(MetricId.DayMove, Direction.Down)[0] = 61_000;
        state.Told = new PriceTold(939_000, 1_000_000);
        return Finder.Find(GivenRules.Parse(rule).Rule!.Levels[0], state, Given.Day, Ana, Rule.FromText(rule));
    }
}
