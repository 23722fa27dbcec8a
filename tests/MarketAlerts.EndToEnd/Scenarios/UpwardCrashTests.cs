namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A rally within minutes: everything that is said of falls holds for rises.</summary>
public sealed class UpwardCrashTests(Replayed<UpwardCrashTests> day) : IClassFixture<Replayed<UpwardCrashTests>>, IReplays
{
    public static string Scenario => "upward-crash";

    [Fact]
    public void Incidents_AreRises_WhenTheDayIsOver() =>
        day.Incidents.ShouldBe([
            "ALFA-up-20250515 17:20 Severe",
            "lift-up-20250515 17:20 Severe",
            "BRVO-up-20250515 17:21 Severe",
            "DLTA-up-20250515 17:21 Severe",
        ]);

    [Fact]
    public void Changes_AreARiseInSeverityAndThreeMembers_WhenTheRallyGoesOn() =>
        day.Changes.ShouldBe([
            "ALFA-up-20250515 17:21 escalated to severe ALFA",
            "lift-up-20250515 17:21 member notable CHRL",
            "lift-up-20250515 17:21 member notable ECHO",
            "lift-up-20250515 17:21 member notable GOLF",
        ]);

    // The basket, seen severe at 17:20:20, draws ada's plain item along; so does the severe item of 17:21 with ben's and cleo's.
    [Fact]
    public void Mails_TellTheRallyStepByStep_WhenItGoesOn() =>
        day.Mails.ShouldBe([
            "17:20:45 ada Opened lift-up-20250515 17:20: #lift notable; ALFA notable",
            "17:20:45 ben Opened ALFA-up-20250515 17:20: ALFA rises 5% today",
            "17:20:45 cleo Opened ALFA-up-20250515 17:20: ALFA rises 3% in 5m",
            "17:21:30 ben Escalated ALFA-up-20250515 17:21: BRVO above 55",
            "17:21:30 cleo Escalated ALFA-up-20250515 17:21: DLTA rises 10% in 15m",
            "17:22:30 ben Update ALFA-up-20250515 17:22: ALFA rises 10% today",
            "17:23:30 cleo Update DLTA-up-20250515 17:23: any of #lift rises 18% today",
            "17:31:30 cleo Update ALFA-up-20250515 17:31: ALFA volume 3x",
            "17:51:15 ada Update lift-up-20250515 17:21: New among the notable members of an incident you were told of: "
                + "CHRL, ECHO, GOLF.",
            "17:52:15 ben Worse BRVO-up-20250515 17:23: An incident you were told of went much further.",
            "20:05:45 ada CloseOfDay close-20250515 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250515 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20250515 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNoStepIsAJump()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
