namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>Monday 5 August 2024: everything opens deep in the red and recovers; some fall further first.</summary>
public sealed class YenCarryMondayTests(Replayed<YenCarryMondayTests> day) : IClassFixture<Replayed<YenCarryMondayTests>>, IReplays
{
    public static string Scenario => "yen-carry-monday";

    [Fact]
    public void Incidents_AreOneAStockAndOneOfTheChips_WhenTheDayIsOver() =>
        day.Incidents.ShouldBe([
            "AAPL-down-20240805 13:30 Severe",
            "AVGO-down-20240805 13:30 Severe",
            "CEG-down-20240805 13:30 Plain",
            "NVDA-down-20240805 13:30 Severe",
            "SMCI-down-20240805 13:30 Severe",
            "chips-down-20240805 13:30 Severe",
            "MSFT-down-20240805 13:31 Notable",
            "AMD-down-20240805 13:32 Severe",
            "MU-down-20240805 13:35 Severe",
            "AVGO-up-20240805 13:54 Plain",
            "INTC-down-20240805 14:18 Severe",
        ]);

    // AMD -8.05 %, MU -7.8 % and two usual days of 3.9 %.
    [Fact]
    public void Members_BecomeNotable_WhenTheyFallFurther() =>
        day.Changes.ShouldBe(["chips-down-20240805 13:32 member notable AMD", "chips-down-20240805 13:34 member notable MU"]);

    // The two new members wait 30 minutes from the first, 13:32, for each other.
    [Fact]
    public void Mails_TellWhatIsNew_WhenTheDayGoesOn() =>
        day.Mails.ShouldBe([
            "13:30:30 ada Opened chips-down-20240805 13:30: #chips notable; NVDA notable",
            "13:30:30 ben Opened AAPL-down-20240805 13:30: AAPL falls 8% today; CEG falls 5% today; NVDA below 95; NVDA "
                + "falls 10% today; NVDA falls 5% today",
            "13:30:30 cleo Storm storm-down-20240805 13:30: any of #tech severe",
            "13:33:15 ben Update NVDA-down-20240805 13:33: MSFT falls 5% today; NVDA falls 15% today",
            "13:54:45 cleo Reversed AVGO-up-20240805 13:54: AVGO rises 3% in 30m",
            "14:01:15 cleo Storm storm-down-20240805 13:35: any of #tech severe",
            "14:02:00 ada Update chips-down-20240805 13:34: New among the notable members of an incident you were told of: " + "AMD, MU.",
            "14:18:30 ada Opened INTC-down-20240805 14:18: INTC notable",
            "14:31:15 cleo Storm storm-down-20240805 14:18: any of #tech severe",
            "15:49:45 ada Worse INTC-down-20240805 15:49: An incident you were told of went much further.",
            "20:05:45 ada CloseOfDay close-20240805 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20240805 20:00: How the day ended for what you were told of.",
        ]);

    // NVDA -14.2 % is more than 3 x 4.2 %, AAPL -9.4 % more than 3 x 1.9 %; AVGO, SMCI and AMD stay within three usual days.
    [Fact]
    public void Jumps_AreConfirmedByPeers_WhenEverythingOpensLower()
    {
        day.ConfirmedByPeers.ShouldBe(2);
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
