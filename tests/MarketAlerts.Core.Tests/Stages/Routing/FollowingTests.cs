using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Tests.Incidents;
using MarketAlerts.Core.Tests.News;
using static MarketAlerts.Core.Tests.Stages.RoutingWorld;

namespace MarketAlerts.Core.Tests.Stages.Routing;

/// <summary>Who was told of an incident and hears what becomes of it: Ana nothing, Ben the changes, Cleo the days as well.</summary>
public sealed class FollowingTests
{
    private const string Nvda = "NVDA-down-20250127";
    private const string Chips = "chips-down-20250127";
    private static readonly MarketEvent Notable = Given.SymbolEvent(Given.Reading("NVDA", -6, 1), 10_000, MetricId.Tier);

    private readonly RoutingWorld _world = new();

    [Fact]
    public async Task RouteAsync_TellsWhoFollowsChanges_WhenTheIncidentBecomesMoreSevere()
    {
        await TellAllAsync(Nvda);
        await _world.SubscribeAsync("dan@example.com", "NVDA falls 9% today");
        _world.Incidents.Put(GivenIncident.Opened(Fall("NVDA", 6, "14:31", 1)));

        await _world.RouteAsync("m1", Fall("NVDA", 9, "14:35", 2));

        Heard().ShouldBe(["ben Escalated Severe", "cleo Escalated Severe"]);
        _world.EntriesOf("dan@example.com").ShouldHaveSingleItem().Kind.ShouldBe(EntryKind.Rule);
    }

    [Fact]
    public async Task RouteAsync_TellsWhoFollowsChanges_WhenAnotherMemberBecomesNotable()
    {
        await TellAllAsync(Chips);
        _world.Incidents.Put(GivenIncident.Opened(Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -6, 1)])));

        await _world.RouteAsync("m1", Fall("AMD", 6, "14:35", 1), Fall("MU", 4, "14:35"));

        Heard().ShouldBe(["ben MemberNotable Plain", "cleo MemberNotable Plain"]);
        _world.EntriesOf("ben@example.com").ShouldHaveSingleItem().Symbols.ShouldBe([Given.Sym("AMD")]);
        _world.Incidents.Get(Chips).Members.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(IncidentState.Recovering, IncidentStep.Recovered, "ana Recovered Plain, ben Recovered Plain, cleo Recovered Plain")]
    [InlineData(IncidentState.Recovered, IncidentStep.Reopened, "ben Reopened Plain, cleo Reopened Plain")]
    [InlineData(IncidentState.Open, IncidentStep.Corrected, "ana Corrected Severe, ben Corrected Severe, cleo Corrected Severe")]
    [InlineData(IncidentState.Open, IncidentStep.Carried, "ana CloseOfDay Plain, ben CloseOfDay Plain, cleo CloseOfDay Plain")]
    [InlineData(IncidentState.Carried, IncidentStep.Continued, "cleo NextSession Plain")]
    [InlineData(IncidentState.Carried, IncidentStep.Closed, "")]
    [InlineData(IncidentState.Open, IncidentStep.Closed, "ana CloseOfDay Plain, ben CloseOfDay Plain, cleo CloseOfDay Plain")]
    [InlineData(IncidentState.Open, IncidentStep.GivenBack, "ben GivenBack Plain, cleo GivenBack Plain")]
    [InlineData(IncidentState.Halted, IncidentStep.Resumed, "ana Resumed Plain, ben Resumed Plain, cleo Resumed Plain")]
    [InlineData(IncidentState.Open, IncidentStep.Halted, "")]
    [InlineData(IncidentState.Open, IncidentStep.Recovering, "")]
    public async Task RouteAsync_TellsThoseWhoHearOfIt_WhenAnIncidentTakesAStep(IncidentState from, IncidentStep step, string heard)
    {
        await TellAllAsync(Nvda);
        _world.Incidents.Put(from is IncidentState.Carried ? GivenIncident.Carried : GivenIncident.Open with { State = from });
        var revision = new IncidentRevision(Given.Sym("NVDA"), 100, 90, -12.5, -2.8);

        await _world.RouteAsync("m1", GivenIncident.Transition(step) with { Revised = [revision] });

        string.Join(", ", Heard()).ShouldBe(heard);
        _world.Incidents.Get(Nvda).LastAt(step).ShouldNotBeNull();
    }

    [Fact]
    public async Task RouteAsync_TellsNobody_WhenTheStepDoesNotLeadOnOrTheIncidentIsGone()
    {
        await TellAllAsync(Nvda);
        await _world.RouteAsync("m1", GivenIncident.Transition(IncidentStep.Recovered));
        _world.Incidents.Put(GivenIncident.Recovered);
        var version = _world.Incidents.Get(Nvda).ETag;

        await _world.RouteAsync("m2", GivenIncident.Transition(IncidentStep.Recovered) with { MarketTime = Given.At("15:20") });

        Heard().ShouldBeEmpty();
        _world.Incidents.Get(Nvda).ETag.ShouldBe(version);
    }

    [Fact]
    public async Task RouteAsync_TellsOnce_WhenTheStepIsDeliveredAgain()
    {
        await TellAllAsync(Nvda);
        _world.Incidents.Put(GivenIncident.Recovering);
        await _world.RouteAsync("m1", GivenIncident.Transition(IncidentStep.Recovered));
        var left = _world.Left();

        await _world.RouteAsync("m1", GivenIncident.Transition(IncidentStep.Recovered));

        _world.Left().ShouldBe(left);
        _world.Incidents.Saves.ShouldBe(1);
    }

    [Fact]
    public async Task RouteAsync_TellsNoChange_WhenTheIncidentIsNews()
    {
        await _world.SubscribeAsync("dan@example.com", "news \"DeepSeek\"");
        await _world.RouteAsync("m1", NewsOfDeepSeek("14:40"));
        var incident = _world.Incidents.All.Single();
        await TellAllAsync(incident.Id);
        _world.Incidents.Put(incident with { State = IncidentState.Recovering });

        await _world.RouteAsync("m2", GivenIncident.Transition(IncidentStep.Recovered) with { Incident = incident.Id });

        Heard().ShouldBeEmpty();
    }

    [Fact]
    public async Task RouteAsync_FilesOneItemForBoth_WhenARuleFiresForWhoAlsoHearsOfTheChange()
    {
        await _world.TellAsync("ben@example.com", Nvda, Following.Changes);
        await _world.SubscribeAsync("ben@example.com", "NVDA falls 9% today");
        _world.Incidents.Put(GivenIncident.Opened(Fall("NVDA", 6, "14:31", 1)));

        await _world.RouteAsync("m1", Fall("NVDA", 9, "14:35", 2));

        _world.Subscribers.Items.ShouldHaveSingleItem().Entries.Select(entry => entry.Kind).ShouldBe([EntryKind.Rule, EntryKind.Escalated]);
    }

    [Theory]
    [InlineData("NVDA falls 5% today", Following.Changes)]
    [InlineData("any of #chips falls 5% today", Following.Changes)]
    [InlineData("NVDA notable", Following.Days)]
    [InlineData("NVDA falls 5% today once", Following.Nothing)]
    [InlineData("NVDA falls 5% today and news \"DeepSeek\"", Following.Nothing)]
    public async Task RouteAsync_SaysWhatASubscriberFollows_WhenTheirRuleFires(string rule, Following following)
    {
        await _world.News.AddAsync([GivenNews.Story("DeepSeek tops the charts", "14:00")], TestContext.Current.CancellationToken);
        await _world.SubscribeAsync("ana@example.com", rule);

        await _world.RouteAsync("m1", Fall("NVDA", 6, "14:31", 1), Notable);

        _world.EntriesOf("ana@example.com").ShouldHaveSingleItem().Following.ShouldBe(following);
    }

    [Fact]
    public async Task RouteAsync_SaysThatDaysAreFollowed_WhenOneOfTheRulesIsOnABasket()
    {
        await _world.SubscribeAsync("ana@example.com", "#chips notable", "any of #chips falls 5% today");

        await _world.RouteAsync("m1", Given.BasketEvent(1, "14:31:20", [Given.Reading("NVDA", -6, 1)]));
        await _world.RouteAsync("m2", Fall("AMD", 6));

        _world.EntriesOf("ana@example.com").Select(entry => entry.Following).ShouldBe([Following.Days, Following.Changes]);
    }

    private async Task TellAllAsync(string incident)
    {
        await _world.TellAsync("ana@example.com", incident, Following.Nothing);
        await _world.TellAsync("ben@example.com", incident, Following.Changes);
        await _world.TellAsync("cleo@example.com", incident, Following.Days);
    }

    private IEnumerable<string> Heard() =>
        from name in (string[])["ana", "ben", "cleo"]
        from entry in _world.EntriesOf($"{name}@example.com")
        select $"{name} {entry.Kind} {entry.Severity}";
}
