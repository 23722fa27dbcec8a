using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd;

/// <summary>The terms of rules at work: the production composition on Azurite, routing the same opening again and again.</summary>
public sealed class RuleTermsTests
{
    private const string First = "p0000.20250127T143000.000";
    private const string Second = "p0000.20250127T143100.000";
    private const string Third = "p0000.20250127T143200.000";

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Route_FiresForOneMessage_WhenTheRuleIsOnce()
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        await EnterAsync(desk, "NVDA falls 5% today once");

        await RouteAsync(desk, First, First, Second);

        (await FiledAsync(desk)).ShouldBe([First]);
    }

    [Fact]
    public async Task Route_FiresAgain_WhenAOnceRuleIsRemovedAndEnteredAnew()
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        await EnterAsync(desk, "NVDA falls 5% today once");
        await RouteAsync(desk, First);
        await EnterAsync(desk, "NVDA falls 5% today once");
        await RouteAsync(desk, Second);

        await EnterAsync(desk, "NVDA below 1");
        await EnterAsync(desk, "NVDA falls 5% today once");
        await RouteAsync(desk, Third);

        (await FiledAsync(desk)).ShouldBe([First, Third]);
    }

    [Theory]
    [InlineData("NVDA falls 5% today until 2025-01-27", 1)]
    [InlineData("NVDA falls 5% today until 2025-01-26", 0)]
    [InlineData("NVDA falls 5% today and news \"DeepSeek\"", 0)]
    [InlineData("news NVDA", 0)]
    public async Task Route_FiresWhatTheTermsAllow_WhenALevelIsCrossed(string rule, int filed)
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        await EnterAsync(desk, rule);

        await RouteAsync(desk, First);

        (await FiledAsync(desk)).Count.ShouldBe(filed);
    }

    [Fact]
    public async Task Route_NamesTheRuleOnce_WhenItGoesOnAndSeveralStepsArePassed()
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        await EnterAsync(desk, "NVDA falls 5% today every 2% further");
        await RouteAsync(desk, First);
        desk.Time.Advance(TimeSpan.FromMinutes(3));

        await desk.FlushAsync(Stopping);

        desk.Channel.Got.ShouldHaveSingleItem().Reason.ShouldBe("You asked for: NVDA falls 5% today every 2% further.");
    }

    private static Task EnterAsync(FlushWorld world, string rule) =>
        world.EnterAsync([], [new Subscriber("ada@example.com", "America/New_York", [Rule.FromText(rule)], null, false)], Stopping);

    private static async Task RouteAsync(FlushWorld world, params string[] messages)
    {
        foreach (var message in messages)
        {
            await world.RouteTheOpeningAsync(Stopping, message);
        }
    }

    private static async Task<IReadOnlyList<string>> FiledAsync(FlushWorld world)
    {
        var bucket = (await world.Get<IProfileStore>().BucketsAsync(Stopping)).All[0];
        return [.. (await world.Get<IDeliveryStore>().GetWaitingAsync(bucket, Stopping)).Select(row => row.Reference)];
    }
}
