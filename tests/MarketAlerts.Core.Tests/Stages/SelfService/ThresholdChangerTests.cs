using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using static MarketAlerts.Core.Tests.Stages.SelfService.GivenLink;

namespace MarketAlerts.Core.Tests.Stages.SelfService;

/// <summary>NVDA's price was told from 1,150 to 1,250, and stands at 1,208.88.</summary>
public sealed class ThresholdChangerTests
{
    private const string Below1000 = "NVDA below 1000";
    private readonly SplitWorld _world = new();
    private readonly ThresholdChanger _changer;

    public ThresholdChangerTests() => _changer = new ThresholdChanger(_world.Rules);

    private IEnumerable<string> Rules => _world.Subscribers.ProfileOf(Ana).Rules.Select(rule => rule.Text);

    [Fact]
    public async Task ChangeAsync_ReplacesTheRule_WhenAnotherNumberIsTyped()
    {
        await _world.EnterAsync(Ana, Below1000, "#chips notable");

        var change = await ChangeAsync(Below1000, " 900 ");

        (change.Rule, change.Error, change.Answers.Count).ShouldBe((Rule.FromText("NVDA below 900"), null, 0));
        Rules.ShouldBe(["NVDA below 900", "#chips notable"]);
        _world.Levels.ShouldBe(["Down 9000000"]);
    }

    [Fact]
    public async Task ChangeAsync_SaysWhatIsAlreadyTrue_WhenTheLevelIsPassed()
    {
        await _world.EnterAsync(Ana, Below1000);

        (await ChangeAsync(Below1000, "1210")).Answers.ShouldHaveSingleItem().AlreadyPassed.ShouldBe("already passed: now 1208.88");
    }

    [Fact]
    public async Task ChangeAsync_ChangesOnce_WhenTheButtonIsPressedTwice()
    {
        await _world.EnterAsync(Ana, Below1000);
        await ChangeAsync(Below1000, "900");

        var again = await ChangeAsync(Below1000, "900");

        (again.Rule?.Text, again.Error).ShouldBe(("NVDA below 900", null));
        Rules.ShouldBe(["NVDA below 900"]);
    }

    [Fact]
    public async Task ChangeAsync_WritesNothing_WhenTheNumberIsTheSame()
    {
        await _world.EnterAsync(Ana, Below1000);
        _world.Subscribers.Writing = what => throw new InvalidOperationException($"It wrote: {what}.");

        (await ChangeAsync(Below1000, "1000.0")).Rule.ShouldBe(Rule.FromText(Below1000));
    }

    [Theory]
    [InlineData("cheap")]
    [InlineData("")]
    [InlineData("900 once")]
    [InlineData("123456789012345678901")]
    public async Task ChangeAsync_SaysWhy_WhenThatIsNoThreshold(string threshold)
    {
        await _world.EnterAsync(Ana, Below1000);

        var change = await ChangeAsync(Below1000, threshold);

        (change.Rule, change.Error is null).ShouldBe((null, false));
        Rules.ShouldBe([Below1000]);
    }

    [Fact]
    public async Task ChangeAsync_ChangesTheTier_WhenTheRuleHasOne()
    {
        await _world.EnterAsync(Ana, "#chips notable");

        (await ChangeAsync("#chips notable", "severe")).Rule.ShouldBe(Rule.FromText("#chips severe"));

        Rules.ShouldBe(["#chips severe"]);
    }

    [Fact]
    public async Task ChangeAsync_ChangesNothing_WhenTheRuleIsGone()
    {
        await _world.EnterAsync(Ana, "NVDA below 800");

        var change = await ChangeAsync(Below1000, "900");

        (change.Rule, change.Error).ShouldBe((null, null));
        Rules.ShouldBe(["NVDA below 800"]);
        _world.Levels.ShouldBe(["Down 8000000"]);
    }

    // The page names the rule, and only the link says whose and which it may change.
    [Fact]
    public async Task ChangeAsync_ChangesNothing_WhenThePageShowsAnotherRuleThanTheLinks()
    {
        await _world.EnterAsync(Ana, "NVDA below 800");

        var change = await _changer.ChangeAsync(
            Visit(Below1000),
            Rule.FromText("NVDA below 800"),
            "900",
            TestContext.Current.CancellationToken
        );

        change.Rule.ShouldBeNull();
        Rules.ShouldBe(["NVDA below 800"]);
    }

    [Fact]
    public async Task ChangeAsync_ChangesNothing_WhenTheRuleHasNoThreshold()
    {
        await _world.EnterAsync(Ana, "NVDA halted");

        (await ChangeAsync("NVDA halted", "5")).ShouldBeEquivalentTo(new ThresholdChange(null, null, []));
    }

    [Fact]
    public async Task ChangeAsync_ChangesNothing_WhenTheProfileIsGone()
    {
        var visit = new LinkVisit(Claim(LinkPurpose.ChangeThreshold, rule: Below1000), null);

        var change = await _changer.ChangeAsync(visit, Rule.FromText(Below1000), "900", TestContext.Current.CancellationToken);

        (change.Rule, change.Error).ShouldBe((null, null));
        ThresholdChanger.Find(visit).ShouldBeNull();
    }

    [Fact]
    public async Task Find_GivesTheRescaledRule_WhenASplitCameAfterTheMail()
    {
        await _world.EnterAsync(Ana, Below1000);
        await _world.TakeSplitAsync();
        await _world.RescaleAsync();

        ThresholdChanger.Find(Visit(Below1000)).ShouldBe(Rule.FromText("NVDA below 100"));
        await ChangeAsync(Below1000, "90");

        Rules.ShouldBe(["NVDA below 90"]);
    }

    private Task<ThresholdChange> ChangeAsync(string rule, string threshold) =>
        _changer.ChangeAsync(Visit(rule), Rule.FromText(rule), threshold, TestContext.Current.CancellationToken);

    private LinkVisit Visit(string rule) => new(Claim(LinkPurpose.ChangeThreshold, rule: rule), _world.Subscribers.ProfileOf(Ana));
}
