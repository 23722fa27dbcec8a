using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Tests.News;
using static MarketAlerts.Core.Tests.Incidents.GivenIncident;

namespace MarketAlerts.Core.Tests.Stages.Incidents;

/// <summary>What the close of a session, 21:00, and the open of the next one, 14:30, make of NVDA's incident.</summary>
public sealed class SessionEndTests
{
    private readonly FollowerWorld _world = new();

    // Five minutes after the close, beyond the declared delay of the quotes.
    [Theory]
    [InlineData("21:04:59", 0, false)]
    [InlineData("21:05:00", 0, true)]
    [InlineData("21:19:59", 15, false)]
    [InlineData("21:20:00", 15, true)]
    public async Task CloseAsync_CarriesWhatIsOn_WhenTheSessionIsOver(string now, int delay, bool carries)
    {
        _world.Incidents.Put(Open);
        _world.Quote("21:00", -17, delay: TimeSpan.FromMinutes(delay));

        (await _world.CloseAsync(now)).ShouldBe(carries ? 1 : 0);

        _world.Steps.Select(step => (step.Step, step.MarketTime)).ShouldBe(carries ? [(IncidentStep.Carried, Given.At("21:00"))] : []);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("recovered")]
    [InlineData("news")]
    public async Task CloseAsync_Closes_WhenTheIncidentIsOverAtTheClose(string which)
    {
        _world.Incidents.Put(
            which switch
            {
                "plain" => Open with { Severity = Severity.Plain },
                "recovered" => Recovered,
                _ => Open with { News = GivenNews.Reading(1) },
            }
        );
        _world.Quote("21:00", -2);

        await _world.CloseAsync("21:05");

        _world.Steps.ShouldHaveSingleItem().Step.ShouldBe(IncidentStep.Closed);
        _world.World.Published.ShouldHaveSingleItem().Id.ShouldBe("closing.20250127T210500.000");
    }

    [Theory]
    [InlineData(-2, IncidentStep.Continued, "The next session goes on the same way: NVDA -2.0 %.")]
    [InlineData(-1.9, IncidentStep.Closed, "The next session does not go on: NVDA -1.9 %.")]
    [InlineData(3, IncidentStep.Closed, "The next session does not go on: NVDA +3.0 %.")]
    public async Task CloseAsync_Compares_WhenTheNextSessionIsFiveMinutesOld(double move, IncidentStep step, string reason)
    {
        _world.Incidents.Put(Carried);
        _world.Quote("2025-01-28T14:34Z", move);
        (await _world.CloseAsync("2025-01-28T14:34:59Z")).ShouldBe(0);

        await _world.CloseAsync("2025-01-28T14:35Z");

        var published = _world.Steps.ShouldHaveSingleItem();
        (published.Incident, published.Session, published.Step, published.Reason).ShouldBe((Carried.Id, Given.Day, step, reason));
        published.Readings.ShouldBeEmpty("the figures of another session stay out of its record");
    }

    [Fact]
    public async Task CloseAsync_WaitsWithTheNextSession_WhenThereIsNoFreshQuote()
    {
        _world.Incidents.Put(Carried);
        _world.Quote("21:00", -17);
        (await _world.CloseAsync("2025-01-28T14:35Z")).ShouldBe(0);

        _world.Quote("2025-01-28T14:50Z", -3);

        (await _world.CloseAsync("2025-01-28T14:51Z")).ShouldBe(1);
    }

    // What goes on in a later session ends with that one.
    [Fact]
    public async Task CloseAsync_EndsWhatWasContinued_WhenTheNextSessionEnds()
    {
        _world.Incidents.Put(Carried);
        _world.Quote("2025-01-28T14:34Z", -3);
        await _world.CloseAsync("2025-01-28T14:35Z");
        _world.Incidents.Put(Reducer.ApplyTransition(Carried, _world.Steps.Single()).Incident);
        (await _world.CloseAsync("2025-01-28T21:04:59Z")).ShouldBe(0);

        await _world.CloseAsync("2025-01-28T21:05Z");

        _world.Steps.Select(step => step.Step).ShouldBe([IncidentStep.Continued, IncidentStep.Closed]);
        Reducer.ApplyTransition(_world.Incidents.Get(Carried.Id), _world.Steps[1]).Incident.State.ShouldBe(IncidentState.FollowedUp);
    }

    [Fact]
    public async Task CloseAsync_LooksAtBothSessions_WhenTheSecondIsOver()
    {
        var before = new DateOnly(2025, 1, 24);
        _world.Incidents.Put(Open);
        _world.Incidents.Put(Carried with { Id = "NVDA-down-20250124", Session = before });
        _world.Quote("21:00", -17);

        (await _world.CloseAsync("21:05")).ShouldBe(2);

        _world
            .Steps.Select(step => (step.Session, step.Step))
            .ShouldBe([(Given.Day, IncidentStep.Carried), (before, IncidentStep.Continued)]);
    }

    [Fact]
    public async Task CloseAsync_PublishesTheSameStepAgain_WhenItIsNotTakenYet()
    {
        _world.Incidents.Put(Open);
        _world.Quote("21:00", -17);
        await _world.CloseAsync("21:05");
        await _world.CloseAsync("21:06");

        _world.Steps.Count.ShouldBe(2);
        _world.Steps.Select(step => step.Id).Distinct().ShouldHaveSingleItem();
        (_world.Incidents.Saves, _world.Market.Saves).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("14:29:59")]
    [InlineData("2025-01-28T00:00:01Z")]
    [InlineData("2025-01-26T22:00Z")]
    public async Task CloseAsync_DoesNothing_WhenTheMarketIsClosedForLong(string now)
    {
        _world.Incidents.Put(Open);
        _world.Incidents.Put(Carried with { Id = "NVDA-down-20250124", Session = new DateOnly(2025, 1, 24) });
        _world.Quote("14:29", -17);

        (await _world.CloseAsync(now)).ShouldBe(0);

        _world.Market.PageLoads.ShouldBe(0);
    }
}
