using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Tests.Subscribers;
using static MarketAlerts.Core.Tests.Stages.RoutingWorld;

namespace MarketAlerts.Core.Tests.Stages.Routing;

/// <summary>Rules with <c>once</c> and <c>and news</c>, routed.</summary>
public sealed class FiringRulesTests
{
    private const string Ana = "ana@example.com";
    private const string Once = "NVDA falls 5% today once";
    private const string AndNews = "NVDA falls 5% today and news \"DeepSeek\"";

    private readonly RoutingWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RouteAsync_FiresNothing_WhenAOnceRuleFiredForAnotherMessage()
    {
        await _world.SubscribeAsync(Ana, Once);
        await _world.RouteAsync("m1", Fall("NVDA", 6));

        await _world.RouteAsync("m2", Fall("NVDA", 6, "14:40"));

        _world.Subscribers.Items.ShouldHaveSingleItem().MessageId.ShouldBe("m1");
        _world.Subscribers.ClaimOf(Ana, Rule.FromText(Once)).ShouldBe("m1");
    }

    // The host dies after the rule was claimed and before anything was filed.
    [Fact]
    public async Task RouteAsync_FiresAOnceRuleAgain_WhenItsMessageIsDeliveredAgain()
    {
        await _world.SubscribeAsync(Ana, Once);
        _world.CrashAt = _world.Writes + 1;
        await Should.ThrowAsync<IOException>(() => _world.RouteAsync("m1", Fall("NVDA", 6)));
        _world.Subscribers.ClaimOf(Ana, Rule.FromText(Once)).ShouldBe("m1");
        _world.Subscribers.Items.ShouldBeEmpty();

        await _world.RouteAsync("m1", Fall("NVDA", 6));

        _world.Subscribers.Items.ShouldHaveSingleItem().MessageId.ShouldBe("m1");
    }

    [Fact]
    public async Task RouteAsync_FiresTheOthers_WhenAOnceRuleIsSpent()
    {
        await _world.SubscribeAsync(Ana, Once, "NVDA falls 4% today");
        await _world.Subscribers.ClaimOnceAsync(GivenSplit.Profile(Ana).Id, Rule.FromText(Once), "m0", Token);

        await _world.RouteAsync("m1", Fall("NVDA", 6));

        _world.EntriesOf(Ana).ShouldHaveSingleItem().Rules.ShouldBe([Rule.FromText("NVDA falls 4% today")]);
    }

    [Fact]
    public async Task RouteAsync_FilesNothing_WhenARuleWaitsForItsNews()
    {
        await _world.SubscribeAsync(Ana, AndNews);

        await _world.RouteAsync("m1", Fall("NVDA", 6));

        (_world.Subscribers.Items.Count, _world.Incidents.All.Count, _world.Awaiting.Rows.Count).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task RouteAsync_FilesAtOnce_WhenTheNewsAreThere()
    {
        await _world.News.AddAsync([GivenNews.Story("DeepSeek tops the charts", "14:00")], Token);
        await _world.SubscribeAsync(Ana, AndNews);

        await _world.RouteAsync("m1", Fall("NVDA", 6));

        (_world.Subscribers.Items.Count, _world.Awaiting.Rows.Count).ShouldBe((1, 0));
    }

    // What is told is the fall, in its incident; what makes it due is the news, so it is not late.
    [Fact]
    public async Task RouteAsync_ReleasesTheRule_WhenItsNewsCome()
    {
        await _world.SubscribeAsync(Ana, AndNews);
        await _world.RouteAsync("m1", Fall("NVDA", 6, "14:31", 1));

        await _world.RouteAsync("m2", NewsOfDeepSeek("15:40"));

        _world.Incidents.All.ShouldHaveSingleItem().Id.ShouldBe("NVDA-down-20250127");
        var entry = _world.EntriesOf(Ana).ShouldHaveSingleItem();
        (entry.IncidentId, entry.Severity, entry.MarketTime, entry.SeenAt, entry.Following).ShouldBe(
            ("NVDA-down-20250127", Severity.Notable, Given.At("15:40"), Given.At("15:40:05"), Following.Nothing)
        );
        entry.Rules.ShouldBe([Rule.FromText(AndNews)]);
        _world.Awaiting.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task RouteAsync_ReleasesARuleOnce_WhenMoreNewsFollow()
    {
        await _world.SubscribeAsync(Ana, AndNews);
        await _world.RouteAsync("m1", Fall("NVDA", 6));
        await _world.RouteAsync("m2", NewsOfDeepSeek("15:40"));
        var left = _world.Left();

        await _world.RouteAsync("m2", NewsOfDeepSeek("15:40"));
        await _world.RouteAsync("m3", NewsOfDeepSeek("15:50"));

        _world.Left().ShouldBe(left);
    }

    [Fact]
    public async Task RouteAsync_ReleasesAOnceRuleForOneMessage_WhenTwoMembersWait()
    {
        const string Rule = "any of #chips falls 5% today once and news \"DeepSeek\"";
        await _world.SubscribeAsync(Ana, Rule);
        await _world.RouteAsync("m1", Fall("NVDA", 6));
        await _world.RouteAsync("m2", NewsOfDeepSeek("15:40"));
        await _world.RouteAsync("m3", Fall("AMD", 6, "15:50"));

        await _world.RouteAsync("m4", NewsOfDeepSeek("15:55"));

        _world.EntriesOf(Ana).ShouldHaveSingleItem().IncidentId.ShouldBe("NVDA-down-20250127");
        _world.Subscribers.ClaimOf(Ana, Core.Rules.Rule.FromText(Rule)).ShouldBe("m2");
    }

    [Fact]
    public async Task RouteAsync_FilesBoth_WhenNewsFireARuleAndReleaseAnother()
    {
        await _world.SubscribeAsync(Ana, AndNews, "news \"DeepSeek\"");
        await _world.RouteAsync("m1", Fall("NVDA", 6));

        await _world.RouteAsync("m2", NewsOfDeepSeek("15:40"));

        var item = _world.Subscribers.Items.ShouldHaveSingleItem();
        item.Entries.SelectMany(entry => entry.Rules).ShouldBe([Rule.FromText("news \"DeepSeek\""), Rule.FromText(AndNews)]);
        _world.Incidents.All.Count.ShouldBe(2);
    }
}
