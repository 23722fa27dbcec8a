namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A wrong print, a real crash that only one stock has, and one that its peers share.</summary>
public sealed class BadTickTests(Replayed<BadTickTests> day) : IClassFixture<Replayed<BadTickTests>>, IReplays
{
    public static string Scenario => "bad-tick";

    [Fact]
    public void Incidents_AreTheFallsThatWereReal_WhenTheDayIsOver() =>
        day.Incidents.ShouldBe([
            "BRVO-down-20250522 15:31 Severe",
            "CHRL-down-20250522 17:30 Severe",
            "falling-down-20250522 17:30 Severe",
        ]);

    [Fact]
    public void Mails_TellTheLoneCrashOnePollLater_WhenTheNextQuoteConfirms() =>
        day.Mails.ShouldBe([
            "15:31:30 ada Opened BRVO-down-20250522 15:31: BRVO notable",
            "15:31:30 ben Opened BRVO-down-20250522 15:31: BRVO below 45; BRVO falls 10% today",
            "15:31:30 cleo Opened BRVO-down-20250522 15:31: BRVO falls 3% in 5m; any of #calm falls 15% today",
            "17:30:30 ada Opened CHRL-down-20250522 17:30: #falling notable; CHRL notable",
            "17:30:30 ben Opened CHRL-down-20250522 17:30: CHRL falls 10% today",
            "17:30:30 cleo Opened CHRL-down-20250522 17:30: CHRL falls 3% in 5m",
            "20:05:45 ada CloseOfDay close-20250522 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250522 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20250522 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void LoneJumps_AreHeldForOneQuote_WhenNothingConfirmsThem() => day.Held.ShouldBe(["ALFA 15:00 LoneJump", "BRVO 15:30 LoneJump"]);

    // CHRL -11.9 % is more than 3 x 1.4 %, FXTR -6.7 % more than 3 x 1.8 %: with DLTA and ECHO both have peers at -2 % or more.
    [Fact]
    public void SharedJumps_AreTakenAtOnce_WhenPeersAgree()
    {
        day.ConfirmedByPeers.ShouldBe(2);
        day.Rejected.ShouldBeEmpty();
    }
}
