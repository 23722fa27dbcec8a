namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A feed that stands still and then runs 20 minutes late: nothing of it is told, neither as new nor late.</summary>
public sealed class StaleFeedTests(Replayed<StaleFeedTests> day) : IClassFixture<Replayed<StaleFeedTests>>, IReplays
{
    public static string Scenario => "stale-feed";

    [Fact]
    public void Incident_IsTheFallBeforeTheFeedFailed_WhenTheDayIsOver() => day.Incidents.ShouldBe(["HTEL-down-20250528 13:49 Notable"]);

    [Fact]
    public void Mails_StopWithTheFeed_WhenItsQuotesAreOld() =>
        day.Mails.ShouldBe([
            "13:49:45 ada Opened HTEL-down-20250528 13:49: HTEL notable",
            "13:49:45 ben Opened HTEL-down-20250528 13:49: HTEL falls 5% today",
            "20:05:45 ada CloseOfDay close-20250528 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250528 20:00: How the day ended for what you were told of.",
        ]);

    // The other four repeat what they told, which is not worth a record.
    [Fact]
    public void LateQuotes_AreRejectedAsStale_WhenTheyComeTwentyMinutesLate() =>
        day.Rejected.ShouldBe(["ECHO 14:06 Stale", "FXTR 14:06 Stale", "GOLF 14:06 Stale", "HTEL 14:06 Stale"]);

    [Fact]
    public void Quotes_AreNeverHeld_WhenTheyAreOld() => day.Held.ShouldBeEmpty();
}
