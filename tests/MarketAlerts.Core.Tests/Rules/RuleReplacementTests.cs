using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Stages;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleReplacementTests
{
    private const string Ana = "ana@example.com";
    private const string Ben = "ben@example.com";
    private static readonly SubscriberId AnaId = SubscriberId.FromAddress(Ana);

    private readonly SplitWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReplaceAsync_MovesSubscriptionsAndLevels_AndLeavesTheRest()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000", "#chips notable");
        await _world.EnterAsync(Ben, "NVDA below 900");

        (await ReplaceAsync("NVDA below 1000", "NVDA below 900")).ShouldBe([]);

        _world.Subscribers.ProfileOf(Ana).Rules.ShouldBe([Rule.FromText("NVDA below 900"), Rule.FromText("#chips notable")]);
        _world
            .Subscriptions.Rows.Where(row => row.Contains("below", StringComparison.Ordinal))
            .ShouldBe([$"9000000 NVDA below 900 {AnaId}", $"9000000 NVDA below 900 {SubscriberId.FromAddress(Ben)}"], ignoreOrder: true);
        _world.Levels.ShouldBe(["Down 9000000"]);
    }

    [Fact]
    public async Task ReplaceAsync_KeepsALevel_ThatSomebodyElseWants()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");
        await _world.EnterAsync(Ben, "NVDA below 1000");

        await ReplaceAsync("NVDA below 1000", "NVDA below 900");

        _world.Levels.ShouldBe(["Down 10000000", "Down 9000000"], ignoreOrder: true);
    }

    // NVDA's price was told from 1,150 to 1,250, and stands at 1,208.88.
    [Fact]
    public async Task ReplaceAsync_AnswersWhatIsAlreadyTrue()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");

        (await ReplaceAsync("NVDA below 1000", "NVDA below 1210")).ShouldBe([
            new RuleAnswer(Rule.FromText("NVDA below 1210"), "already passed: now 1208.88"),
        ]);
    }

    [Fact]
    public async Task ReplaceAsync_IsDoneOnce_WhenItIsAskedTwice()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");

        await ReplaceAsync("NVDA below 1000", "NVDA below 900");
        (await ReplaceAsync("NVDA below 1000", "NVDA below 900")).ShouldBe([]);

        _world.Subscriptions.Rows.ShouldBe([$"9000000 NVDA below 900 {AnaId}"]);
    }

    [Fact]
    public async Task ReplaceAsync_ChangesNothing_WhenTheSubscriberHasNeitherRule()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");

        (await ReplaceAsync("NVDA below 800", "NVDA below 700")).ShouldBeNull();
        (
            await _world.Rules.ReplaceAsync(
                SubscriberId.FromAddress("nobody@example.com"),
                Rule.FromText("NVDA below 1000"),
                Rule.FromText("NVDA below 700"),
                Token
            )
        ).ShouldBeNull();

        _world.Subscriptions.Rows.ShouldBe([$"10000000 NVDA below 1000 {AnaId}"]);
    }

    [Fact]
    public async Task ReplaceAsync_LeavesNoSubscriptionBehind_WhenTwoPagesChangeTheRuleAtOnce()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");
        _world.Subscribers.Writing = _ =>
        {
            _world.Subscribers.Writing = null;
            ReplaceAsync("NVDA below 1000", "NVDA below 950").GetAwaiter().GetResult();
        };

        (await ReplaceAsync("NVDA below 1000", "NVDA below 900")).ShouldBeNull();

        _world.Subscribers.ProfileOf(Ana).Rules.ShouldBe([Rule.FromText("NVDA below 950")]);
        _world.Subscriptions.Rows.ShouldBe([$"9500000 NVDA below 950 {AnaId}"]);
        _world.Levels.ShouldBe(["Down 9500000"]);
    }

    // A crash after the profile was written: both are watched until the button is pressed again.
    [Fact]
    public async Task ReplaceAsync_RepairsWhatACrashLeft_WhenItIsAskedAgain()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000");
        _world.Subscriptions.Writing = _ => _world.Subscriptions.Writing = _ => throw new IOException("crash");
        await Should.ThrowAsync<IOException>(() => ReplaceAsync("NVDA below 1000", "NVDA below 900"));
        _world.Subscriptions.Writing = null;
        _world.Subscriptions.Rows.Count().ShouldBe(2);

        await ReplaceAsync("NVDA below 1000", "NVDA below 900");

        _world.Subscriptions.Rows.ShouldBe([$"9000000 NVDA below 900 {AnaId}"]);
    }

    [Fact]
    public async Task ReplaceAsync_ArmsAOnceRuleAnew()
    {
        await _world.EnterAsync(Ana, "NVDA below 1000 once");
        await _world.Subscribers.ClaimOnceAsync(AnaId, Rule.FromText("NVDA below 900 once"), "m1", Token);

        await ReplaceAsync("NVDA below 1000 once", "NVDA below 900 once");

        _world.Subscribers.ClaimOf(Ana, Rule.FromText("NVDA below 900 once")).ShouldBeNull();
    }

    [Fact]
    public async Task ReplaceAsync_CountsANewPriceFromNow_SoThatAnEarlierSplitLeavesIt()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200", "AMD below 100");
        await _world.TakeSplitAsync();
        await _world.RescaleAsync();

        await ReplaceAsync("NVDA below 120", "NVDA below 110");
        await _world.RescaleAsync();

        _world.Subscribers.ProfileOf(Ana).Rules.ShouldBe([Rule.FromText("NVDA below 110"), Rule.FromText("AMD below 100")]);
        await _world.EnterAsync(Ana, "NVDA below 1200", "AMD below 100");
        _world
            .Subscribers.ProfileOf(Ana)
            .Rules.Select(rule => rule.Text)
            .ShouldBe(["NVDA below 110", "AMD below 100"], "a file that says what it said before the split means the changed rule");
    }

    private Task<IReadOnlyList<RuleAnswer>?> ReplaceAsync(string old, string replacement) =>
        _world.Rules.ReplaceAsync(AnaId, Rule.FromText(old), Rule.FromText(replacement), Token);
}
