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
            "13:31:45 ada Opened BOLT-down-20250310 13:31: BOLT notable",
            "13:31:45 ben Opened BOLT-down-20250310 13:31: BOLT below 69; BOLT falls 5% today",
            "13:31:45 cleo Opened BOLT-down-20250310 13:31: BOLT falls 3% in 5m; any of #five falls 5% today",
            "20:05:45 ada CloseOfDay close-20250310 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250310 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20250310 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNothingIsWrongWithThem()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
