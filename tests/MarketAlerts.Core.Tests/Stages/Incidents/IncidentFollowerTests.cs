using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Tests.News;
using static MarketAlerts.Core.Tests.Incidents.GivenIncident;

namespace MarketAlerts.Core.Tests.Stages.Incidents;

/// <summary>What NVDA, severe since 14:31 and down by 12.5 % at the furthest, does next, by a quote of that time.</summary>
public sealed class IncidentFollowerTests
{
    private readonly FollowerWorld _world = new();

    [Theory]
    [InlineData(IncidentState.Open, -2.4, IncidentStep.Recovering)]
    [InlineData(IncidentState.Recovering, -5, IncidentStep.Relapsed)]
    [InlineData(IncidentState.Recovered, -5.5, IncidentStep.Returning)]
    [InlineData(IncidentState.Halted, -2.4, IncidentStep.Resumed)]
    public async Task FollowAsync_PublishesTheStep_WhenTheNewestQuoteBringsItAbout(IncidentState state, double move, IncidentStep step)
    {
        _world.Incidents.Put(Open with { State = state });
        _world.Quote("15:00", move);

        (await _world.FollowAsync("15:00:40")).ShouldBe(1);

        var published = _world.Steps.ShouldHaveSingleItem();
        (published.Incident, published.Session, published.Step, published.MarketTime, published.SeenAt).ShouldBe(
            ("NVDA-down-20250127", Given.Day, step, Given.At("15:00"), Given.At("15:00:40"))
        );
        _world.World.Published.ShouldHaveSingleItem().Id.ShouldBe("incidents.20250127T150040.000");
    }

    [Fact]
    public async Task FollowAsync_PublishesTheHalt_WhenTheLastQuoteIsOld()
    {
        _world.Incidents.Put(Open);
        _world.Quote("14:40", -12, isHalted: true);

        await _world.FollowAsync("14:55:40");

        _world.Steps.ShouldHaveSingleItem().Step.ShouldBe(IncidentStep.Halted);
    }

    // No value is no step: a quote may be two minutes old, beyond the declared delay of its source.
    [Theory]
    [InlineData("15:02:00", 0, true)]
    [InlineData("15:02:01", 0, false)]
    [InlineData("15:17:00", 15, true)]
    [InlineData("15:17:01", 15, false)]
    public async Task FollowAsync_TakesNoStep_WhenThereIsNoFreshQuote(string now, int delay, bool takes)
    {
        _world.Incidents.Put(Open);
        _world.Quote("15:00", -2.4, delay: TimeSpan.FromMinutes(delay));

        (await _world.FollowAsync(now)).ShouldBe(takes ? 1 : 0);

        _world.World.Published.Count.ShouldBe(takes ? 1 : 0);
    }

    [Fact]
    public async Task FollowAsync_PublishesTheSameStepAgain_WhenItIsNotTakenYet()
    {
        _world.Incidents.Put(Open);
        _world.Quote("15:00", -2.4);
        await _world.FollowAsync("15:00:40");
        await _world.FollowAsync("15:00:40");
        await _world.FollowAsync("15:01:40");

        _world.Steps.Select(step => step.Id).Distinct().ShouldHaveSingleItem();
        _world
            .World.Published.Select(message => message.Id)
            .ShouldBe(["incidents.20250127T150040.000", "incidents.20250127T150040.000", "incidents.20250127T150140.000"]);
    }

    [Fact]
    public async Task FollowAsync_PublishesNothing_WhenTheStepIsTaken()
    {
        _world.Incidents.Put(Open);
        _world.Quote("15:00", -2.4);
        await _world.FollowAsync("15:00:40");
        _world.Incidents.Put(Reducer.ApplyTransition(Open, _world.Steps.Single()).Incident);

        (await _world.FollowAsync("15:01:40")).ShouldBe(0);
    }

    [Fact]
    public async Task FollowAsync_WritesNothingItself_WhenItPublishes()
    {
        _world.Incidents.Put(Open);
        _world.Quote("15:00", -2.4);
        var version = _world.Incidents.Get(Open.Id).ETag;

        await _world.FollowAsync("15:00:40");

        (_world.Incidents.Get(Open.Id).ETag, _world.Incidents.Saves, _world.Market.Saves).ShouldBe((version, 0, 0));
    }

    [Fact]
    public async Task FollowAsync_TellsTheRecovery_WhenItHasHeld()
    {
        _world.Incidents.Put(Recovering);
        _world.Quote("15:09", -2.3);
        (await _world.FollowAsync("15:09:40")).ShouldBe(0);

        _world.Quote("15:10", -2.3);
        await _world.FollowAsync("15:10:40");

        _world.Steps.ShouldHaveSingleItem().Step.ShouldBe(IncidentStep.Recovered);
    }

    [Fact]
    public async Task FollowAsync_Corrects_WhenTheCloseBeforeIsAnotherOneNow()
    {
        _world.Incidents.Put(Open);
        _world.Quote("15:00", -2.8, previousClose: 90);

        await _world.FollowAsync("15:00:40");

        var step = _world.Steps.ShouldHaveSingleItem();
        step.Step.ShouldBe(IncidentStep.Corrected);
        step.Revised!.ShouldHaveSingleItem().Close.ShouldBe(90);
    }

    [Fact]
    public async Task FollowAsync_ReadsNoQuotes_WhenNothingOfTheSessionIsOn()
    {
        _world.Incidents.Put(Open with { State = IncidentState.Carried });
        _world.Incidents.Put(Open with { Id = "closed", State = IncidentState.Closed });
        _world.Incidents.Put(Open with { Id = "news", News = GivenNews.Reading(1) });
        _world.Incidents.Put(Open with { Id = "another day", Session = Given.Day.AddDays(-3) });
        _world.Quote("15:00", -2.4);

        (await _world.FollowAsync("15:00:40")).ShouldBe(0);

        _world.Market.PageLoads.ShouldBe(0, "nothing is on, so nothing is read");
    }

    [Theory]
    [InlineData("14:29:59")]
    [InlineData("22:01:01")]
    [InlineData("2025-01-26T15:00Z")]
    public async Task FollowAsync_DoesNothing_WhenTheMarketIsClosed(string now)
    {
        _world.Incidents.Put(Open);
        _world.Quote("14:31", -2.4);

        (await _world.FollowAsync(now)).ShouldBe(0);

        _world.Market.PageLoads.ShouldBe(0);
    }

    // The median of the four is 1.7 % now, and was 8.1 %.
    [Fact]
    public async Task FollowAsync_JudgesByTheMedian_WhenItIsABasket()
    {
        _world.Incidents.Put(Opened(Given.BasketEvent(2, "14:31:20", [Given.Reading("NVDA", -12.5, 2), Given.Reading("AMD", -9, 2)])));
        _world.PutBasket(81_000, "15:00", ("NVDA", -1.7), ("AMD", -1.7), ("MU", -1.7), ("TXN", -1));

        await _world.FollowAsync("15:00:40");

        var step = _world.Steps.ShouldHaveSingleItem();
        (step.Step, step.Basket!.MedianMove).ShouldBe((IncidentStep.Recovering, -1.7));
        step.Readings.Select(reading => reading.Symbol.Text).ShouldBe(["AMD", "NVDA"]);
    }

    // Below 80 % of the members there is no median.
    [Fact]
    public async Task FollowAsync_TakesNoStep_WhenTooFewMembersHaveAFreshQuote()
    {
        _world.Incidents.Put(Opened(Given.BasketEvent(2, "14:31:20", [Given.Reading("NVDA", -12.5, 2), Given.Reading("AMD", -9, 2)])));
        _world.PutBasket(81_000, "15:00", ("NVDA", -3), ("AMD", -3), ("MU", -3));

        (await _world.FollowAsync("15:00:40")).ShouldBe(0);
    }

    [Fact]
    public async Task FollowAsync_JudgesTheOtherWay_WhenTheIncidentIsARise()
    {
        var up = Opened(Given.SymbolEvent(Given.Reading("NVDA", 12.5, 2), 125_000));
        _world.Incidents.Put(up);
        _world.Quote("15:00", 2.4, direction: Direction.Up);

        await _world.FollowAsync("15:00:40");

        _world.Steps.ShouldHaveSingleItem().Reason.ShouldBe("NVDA +2.4 %, after +12.5 % at the furthest.");
    }
}
