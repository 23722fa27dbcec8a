namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>
/// The Friday after Thanksgiving: the session ends at 13:00 New York, what comes after is no part of the day, and half the volume is usual.
/// </summary>
public sealed class HalfDayTests(Replayed<HalfDayTests> day) : IClassFixture<Replayed<HalfDayTests>>, IReplays
{
    public static string Scenario => "half-day";

    [Fact]
    public void Incidents_AreOfTheSessionAlone_WhenItEndsEarly() =>
        day.Incidents.ShouldBe(["FXTR-up-20241129 14:30 Plain", "DLTA-down-20241129 17:58 Notable"]);

    // FXTR trades twice what a half day usually does; ECHO's -6 % of 18:20Z comes after hours.
    [Fact]
    public void Mails_GoOutAtTheClose_WhenTheLastMinutesFall() =>
        day.Mails.ShouldBe([
            "14:30:45 cleo Opened FXTR-up-20241129 14:30: FXTR volume 1.5x",
            "17:58:45 ada Opened DLTA-down-20241129 17:58: DLTA notable",
            "17:58:45 ben Opened DLTA-down-20241129 17:58: DLTA below 32; DLTA falls 5% today",
            "17:58:45 cleo Opened DLTA-down-20241129 17:58: DLTA falls 3% in 15m",
            "18:07:15 ada CloseOfDay close-20241129 18:00: How the day ended for what you were told of.",
            "18:07:15 ben CloseOfDay close-20241129 18:00: How the day ended for what you were told of.",
            "18:07:15 cleo CloseOfDay close-20241129 18:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNothingIsWrongWithThem()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
