namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>The Friday before and the Monday after the clocks change: the open moves from 14:30Z to 13:30Z.</summary>
public sealed class ClockChangeMondayTests(Replayed<ClockChangeMondayTests> day) : IClassFixture<Replayed<ClockChangeMondayTests>>, IReplays
{
    public static string Scenario => "clock-change-monday";

    [Fact]
    public void Incident_IsMondaysAlone_WhenFridaysFallComesBeforeTheOpen() => day.Incidents.ShouldBe(["BOLT-down-20250310 13:31 Notable"]);

    [Fact]
    public void Mails_TellMondayAtTheFirstMinute_WhenTheOpenIsAnHourEarlier() =>
        day.Mails.ShouldBe([
            "13:33:00 ada Opened BOLT-down-20250310 13:31: BOLT notable",
            "13:33:00 ben Opened BOLT-down-20250310 13:31: BOLT below 69; BOLT falls 5% today",
            "13:33:00 cleo Opened BOLT-down-20250310 13:31: BOLT falls 3% in 5m; any of #five falls 5% today",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNothingIsWrongWithThem()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
