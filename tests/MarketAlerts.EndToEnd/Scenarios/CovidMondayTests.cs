namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>Monday 16 March 2020: -10.6 % at the open, and a halt of the whole market one second later.</summary>
public sealed class CovidMondayTests(Replayed<CovidMondayTests> day) : IClassFixture<Replayed<CovidMondayTests>>, IReplays
{
    public static string Scenario => "covid-monday";

    [Fact]
    public void Incidents_AreTheOpeningAndLaterLevels_WhenTheMarketIsHalted() =>
        day.Incidents.ShouldBe([
            "SPY-down-20200316 13:30 Severe",
            "market-down-20200316 13:30 Severe",
            "AMZN-down-20200316 13:49 Severe",
            "INTC-down-20200316 19:24 Severe",
            "NVDA-down-20200316 19:35 Severe",
            "QQQ-down-20200316 19:43 Severe",
        ]);

    // The halt of 13:30:01 is seen by the poll of 13:31; the first prices after it are those of 13:46.
    [Fact]
    public void Mails_AreSilentDuringTheHalt_WhenOnlyTheHaltIsNew() =>
        day.Mails.ShouldBe([
            "13:30:30 ada Opened market-down-20200316 13:30: #market notable; SPY notable",
            "13:30:30 ben Opened SPY-down-20200316 13:30: SPY falls 10% today; SPY falls 7% today",
            "13:31:30 cleo Opened SPY-down-20200316 13:30: SPY halted",
            "13:47:25 cleo Resumed SPY-down-20200316 13:46: Trading that you were told was halted goes on.",
            "13:49:30 ben Opened AMZN-down-20200316 13:49: AMZN falls 8.5% today",
            "18:59:25 ben SecondLeg AMZN-down-20200316 18:58: An incident you were told of is on again.",
            "19:24:30 cleo Opened INTC-down-20200316 19:24: any of #market falls 18% today",
            "19:35:30 cleo Opened NVDA-down-20200316 19:35: any of #market falls 18% today",
            "19:43:30 ben Opened QQQ-down-20200316 19:43: QQQ below 170",
            "20:05:45 ada CloseOfDay close-20200316 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20200316 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20200316 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenTheOpeningIsWithinThreeUsualDays()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
