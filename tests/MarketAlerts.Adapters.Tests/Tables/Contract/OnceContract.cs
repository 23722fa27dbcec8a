using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

public abstract class OnceContract : StoreContract
{
    private const string Below = "NVDA below 120 once";

    [Fact]
    public async Task ClaimOnceAsync_IsTrueForOneMessage_WhenSeveralAsk()
    {
        (await ClaimAsync("m1")).ShouldBeTrue();
        (await ClaimAsync("m2")).ShouldBeFalse();
        (await ClaimAsync("m1")).ShouldBeTrue();
    }

    [Fact]
    public async Task ClaimOnceAsync_IsTrueForOneMessage_WhenTheyAskAtOnce()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ClaimAsync($"m{number}")));

        claims.Count(claimed => claimed).ShouldBe(1);
    }

    [Fact]
    public async Task ClaimOnceAsync_IsTrue_WhenAnotherRuleOrSubscriberWasClaimed()
    {
        await ClaimAsync("m1");

        (await ClaimAsync("m2", "NVDA above 150 once")).ShouldBeTrue();
        (await NewSubscriber().Store.Onces.ClaimOnceAsync(NewSubscriber().Id, Rule.FromText(Below), "m2", Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReleaseOnceAsync_ForgetsTheClaim_WhenARuleIsEnteredAnew()
    {
        await ClaimAsync("m1");
        await ClaimAsync("m1", "NVDA above 150 once");

        await Given.Store.Onces.ReleaseOnceAsync(Given.Id, [Rule.FromText(Below), Rule.FromText("never claimed")], Token);

        (await ClaimAsync("m2")).ShouldBeTrue();
        (await ClaimAsync("m2", "NVDA above 150 once")).ShouldBeFalse();
    }

    private Task<bool> ClaimAsync(string message, string rule = Below) =>
        Given.Store.Onces.ClaimOnceAsync(Given.Id, Rule.FromText(rule), message, Token);
}
