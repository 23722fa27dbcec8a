using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.Incidents;
using static MarketAlerts.Core.Tests.Stages.RoutingWorld;

namespace MarketAlerts.Core.Tests.Stages.Routing;

/// <summary>The host dies before any one of the writes of a message; delivered again, it leaves what it would have left.</summary>
public sealed class RoutingCrashTests
{
    private const string Once = "NVDA falls 5% today once";
    private const string OnceAndNews = "TXN falls 3% today once and news \"DeepSeek\"";
    private const string Chips = "chips-down-20250127";

    [Theory]
    [InlineData("fall")]
    [InlineData("news")]
    [InlineData("step")]
    public async Task RouteAsync_EndsTheSame_WhenTheHostDiesBeforeAnyOneWrite(string message)
    {
        var undisturbed = await GivenAsync();
        var before = undisturbed.Writes;
        await RouteAsync(undisturbed, message);
        var writes = undisturbed.Writes - before;
        writes.ShouldBeGreaterThan(2);

        foreach (var crash in Enumerable.Range(0, writes))
        {
            var world = await GivenAsync();
            world.CrashAt = world.Writes + crash;
            await Should.ThrowAsync<IOException>(() => RouteAsync(world, message));

            await RouteAsync(world, message);

            world.Left().ShouldBe(undisturbed.Left(), $"write {crash} did not happen");
            Claims(world).ShouldBe(Claims(undisturbed));
        }
    }

    private static Task RouteAsync(RoutingWorld world, string message) =>
        message switch
        {
            "fall" => world.RouteAsync("m1", Fall("NVDA", 9, "14:35", 2), Fall("AMD", 6, "14:35", 1)),
            "news" => world.RouteAsync("m2", NewsOfDeepSeek("14:40")),
            _ => world.RouteAsync(
                "m3",
                GivenIncident.Transition(IncidentStep.Corrected) with
                {
                    Incident = Chips,
                    Revised = [new IncidentRevision(Given.Sym("NVDA"), 100, 90, -12.5, -2.8)],
                }
            ),
        };

    private static string?[] Claims(RoutingWorld world) =>
        [.. new[] { Once, OnceAndNews }.Select(rule => world.Subscribers.ClaimOf("ana@example.com", Rule.FromText(rule)))];

    /// <summary>
    /// Rules of every kind, a basket's incident that two were told of, and a rule whose figures fired and that waits for its news.
    /// </summary>
    private static async Task<RoutingWorld> GivenAsync()
    {
        var world = new RoutingWorld();
        world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -6, 1)])));
        await world.TellAsync("ben@example.com", Chips, Following.Changes);
        await world.TellAsync("cleo@example.com", Chips, Following.Days);
        await world.SubscribeAsync("ana@example.com", Once, OnceAndNews);
        await world.SubscribeAsync("ben@example.com", "any of #chips falls 5% today", "news \"DeepSeek\"");
        await world.SubscribeAsync("dan@example.com", "AMD falls 5% today and news \"DeepSeek\"");
        await world.RouteAsync("m0", Fall("TXN", 4, "14:32"));
        return world;
    }
}
