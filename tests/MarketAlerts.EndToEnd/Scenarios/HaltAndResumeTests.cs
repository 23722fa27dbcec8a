namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A fall, a halt of five minutes with an indicative price that never traded, and a resumption lower.</summary>
public sealed class HaltAndResumeTests(Replayed<HaltAndResumeTests> day) : IClassFixture<Replayed<HaltAndResumeTests>>, IReplays
{
    public static string Scenario => "halt-and-resume";

    [Fact]
    public void Incident_IsOneFall_WhenTheDayIsOver() => day.Incidents.ShouldBe(["XRAY-down-20250514 14:33 Severe"]);

    [Fact]
    public void Changes_AreTheRiseInSeverity_WhenTheFallGoesOn() =>
        day.Changes.ShouldBe(["XRAY-down-20250514 14:35 escalated to severe XRAY"]);

    // 65.23 of 14:37Z is -27.5 %: falls 20 %, falls 25 % and below 70 stay silent. 76.64 of 14:41Z is -14.84 %, a jump confirmed by its
    // volume.
    [Fact]
    public void Mails_TellNothingOfTheIndicativePrice_WhenTradingIsHalted() =>
        day.Mails.ShouldBe([
            "14:33:45 ada Opened XRAY-down-20250514 14:33: XRAY notable",
            "14:33:45 ben Opened XRAY-down-20250514 14:33: XRAY falls 3% today",
            "14:33:45 cleo Opened XRAY-down-20250514 14:33: XRAY falls 3% in 5m",
            "14:35:30 ada Escalated XRAY-down-20250514 14:35: XRAY severe",
            "14:35:30 ben Escalated XRAY-down-20250514 14:35: XRAY falls 7% today; XRAY falls 9% today",
            "14:35:30 cleo Escalated XRAY-down-20250514 14:35: An incident you were told of became more severe.",
            "14:36:30 cleo Update XRAY-down-20250514 14:35: XRAY halted",
            "14:41:30 ben Update XRAY-down-20250514 14:41: XRAY below 80; XRAY falls 14% today",
            "14:41:30 cleo Update XRAY-down-20250514 14:41: XRAY volume 3x; any of #motors falls 12% today",
            "14:42:25 cleo Resumed XRAY-down-20250514 14:41: Trading that you were told was halted goes on.",
            "15:06:15 ada Worse XRAY-down-20250514 14:34: An incident you were told of went much further.",
            "20:05:45 ada CloseOfDay close-20250514 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250514 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20250514 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreRejected_WhileTradingIsHalted() => day.Rejected.ShouldBe(["XRAY 14:36 Halted"]);

    [Fact]
    public void Resumption_WaitsForNobody_WhenItsVolumeConfirms() => day.Held.ShouldBeEmpty();
}
