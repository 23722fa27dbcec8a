using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Incidents;
using static MarketAlerts.Core.Tests.Stages.RoutingWorld;

namespace MarketAlerts.Core.Tests.Stages.Routing;

public sealed class EventRouterTests
{
    private const string Ana = "ana@example.com";
    private const string Ben = "ben@example.com";
    private const string Nvda = "NVDA-down-20250127";
    private const string Chips = "chips-down-20250127";

    private readonly RoutingWorld _world = new();

    [Fact]
    public async Task RouteAsync_FilesOneItemASubscriber_WhenSeveralRulesFire()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today", "any of #chips falls 5% today", "AMD falls 5% today");
        await _world.SubscribeAsync(Ben, "NVDA falls 5% today", "AMD falls 9% today");

        await _world.RouteAsync("m1", Fall("NVDA", 6), Fall("AMD", 6));

        _world.Subscribers.Items.Select(item => item.MessageId).ShouldBe(["m1", "m1"]);
        Told(Ana)
            .ShouldBe([
                "NVDA-down-20250127: NVDA falls 5% today, any of #chips falls 5% today",
                "AMD-down-20250127: AMD falls 5% today, any of #chips falls 5% today",
            ]);
        Told(Ben).ShouldBe(["NVDA-down-20250127: NVDA falls 5% today"]);
    }

    [Fact]
    public async Task RouteAsync_OpensTheIncident_WhenTheFirstRuleFires()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today");

        await _world.RouteAsync("m1", Fall("NVDA", 8.5, tier: 2));

        var incident = _world.Incidents.All.ShouldHaveSingleItem();
        (incident.Id, incident.State, incident.Severity, incident.OpenedAt).ShouldBe(
            (Nvda, IncidentState.Forming, Severity.Severe, Given.At("14:31"))
        );
        var entry = _world.EntriesOf(Ana).ShouldHaveSingleItem();
        (entry.Kind, entry.Severity, entry.MarketTime, entry.SeenAt).ShouldBe(
            (EntryKind.Rule, Severity.Severe, Given.At("14:31"), Given.At("14:31:02"))
        );
    }

    [Fact]
    public async Task RouteAsync_UpdatesTheIncident_WhenAnotherLevelIsCrossed()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today", "NVDA falls 9% today");
        await _world.RouteAsync("m1", Fall("NVDA", 6, "14:31", 1));

        await _world.RouteAsync("m2", Given.SymbolEvent(Given.Reading("NVDA", -9.5, 2, "14:35"), 95_000) with { From = 60_000 });

        var incident = _world.Incidents.All.ShouldHaveSingleItem();
        (incident.Severity, incident.OpenedAt, incident.Members[0].Reading.DayMove).ShouldBe((Severity.Severe, Given.At("14:31"), -9.5));
        Told(Ana).ShouldBe([$"{Nvda}: NVDA falls 5% today", $"{Nvda}: NVDA falls 9% today"], ignoreOrder: true);
    }

    [Fact]
    public async Task RouteAsync_WritesNothing_WhenNoRuleFires()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 9% today", "AMD falls 5% today");

        await _world.RouteAsync("m1", Fall("NVDA", 6));

        (_world.Writes, _world.Incidents.All.Count, _world.Subscribers.Items.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task RouteAsync_ChangesNothing_WhenTheMessageIsDeliveredAgain()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today");
        await _world.TellAsync(Ben, Chips, Following.Changes);
        _world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("MU", -8, 1)])));
        await RouteAsync();
        var (left, version) = (_world.Left(), _world.Incidents.Get(Nvda).ETag);

        await RouteAsync();

        _world.Left().ShouldBe(left);
        (_world.Incidents.Get(Nvda).ETag, _world.Incidents.Saves, _world.EntriesOf(Ben).Length).ShouldBe((version, 2, 1));

        Task RouteAsync() => _world.RouteAsync("m1", Fall("NVDA", 6, "14:32", 1));
    }

    [Fact]
    public async Task RouteAsync_FilesTheSameRuleAgain_WhenAnotherMessageFiresIt()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today every 2% further");
        await _world.RouteAsync("m1", Fall("NVDA", 6));

        await _world.RouteAsync("m2", Given.SymbolEvent(Given.Reading("NVDA", -7.5, 1, "14:35"), 75_000) with { From = 60_000 });

        _world.Subscribers.Items.Select(item => item.MessageId).ShouldBe(["m1", "m2"]);
    }

    [Fact]
    public async Task RouteAsync_TakesAMemberIn_WhenTheIncidentOfItsBasketIsOpen()
    {
        _world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -9, 2)])));

        await _world.RouteAsync("m1", Fall("AMD", 4, "14:35"));

        var chips = _world.Incidents.All.ShouldHaveSingleItem();
        chips.Members.Select(member => member.Reading.Symbol.Text).ShouldBe(["NVDA", "AMD"]);
        chips.Find(Given.Sym("AMD"))!.JoinedAt.ShouldBe(Given.At("14:35"));
    }

    // Below the joining threshold of 2 %, the other way, and no member of a basket whose incident is open.
    [Theory]
    [InlineData("AMD", 1.9)]
    [InlineData("AMD", -4)]
    [InlineData("MSFT", 4)]
    public async Task RouteAsync_LeavesTheBasketsIncidentAsItIs_WhenTheSymbolDoesNotBelong(string symbol, double percent)
    {
        _world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -9, 2)])));
        var before = _world.Left();

        await _world.RouteAsync("m1", Given.SymbolEvent(Given.Reading(symbol, -percent, 0, "14:35"), 100_000));

        _world.Left().ShouldBe(before);
    }

    [Fact]
    public async Task RouteAsync_TellsItsSubscriberAlone_WhenARuleIsLate()
    {
        const string Rule = "AMD falls 5% today";
        await _world.SubscribeAsync(Ana, Rule);
        await _world.SubscribeAsync(Ben, Rule);
        _world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -9, 2)])));
        var late = SubscriptionHash.Hash(SubscriberId.FromAddress(Ana), Core.Rules.Rule.FromText(Rule));

        await _world.RouteAsync("m1", Given.SymbolEvent(Given.Reading("AMD", -6), 50_000) with { LateSubscription = late });

        Told(Ana).ShouldBe([$"AMD-down-20250127: {Rule}"]);
        _world.EntriesOf(Ben).ShouldBeEmpty();
        _world.Incidents.Get(Chips).Find(Given.Sym("AMD")).ShouldBeNull();
    }

    [Fact]
    public async Task RouteAsync_OpensAnIncidentOfTheNews_WhenNewsFire()
    {
        await _world.SubscribeAsync(Ana, "news \"DeepSeek\"");

        await _world.RouteAsync("m1", NewsOfDeepSeek("14:40"));

        var incident = _world.Incidents.All.ShouldHaveSingleItem();
        (incident.Id, incident.About).ShouldBe(($"news-{Target.OfTopic("DeepSeek").Name}-20250127", "\"DeepSeek\""));
        _world.EntriesOf(Ana).ShouldHaveSingleItem().Symbols.ShouldBeEmpty();
    }

    [Fact]
    public async Task RouteAsync_KeepsWhatBothSaw_WhenAnotherInstanceSavedTheIncidentFirst()
    {
        await _world.SubscribeAsync(Ana, "NVDA falls 5% today");
        var theirs = Given.SymbolEvent(Given.Reading("NVDA", -7, 1, "14:30:30"), 70_000);
        _world.Incidents.Writing = _ =>
        {
            _world.Incidents.Writing = null;
            _world.Incidents.Put(GivenIncident.Opened(theirs));
        };
        var ours = Fall("NVDA", 6, "14:31", 1);

        await _world.RouteAsync("m1", ours);

        var incident = _world.Incidents.Get(Nvda);
        incident.Applied.Keys.ShouldBe([ours.Id, theirs.Id], ignoreOrder: true);
        (incident.OpenedAt, _world.Incidents.Saves).ShouldBe((Given.At("14:30:30"), 1));
    }

    private IEnumerable<string> Told(string email) =>
        _world.EntriesOf(email).Select(entry => $"{entry.IncidentId}: {string.Join(", ", entry.Rules)}");
}
