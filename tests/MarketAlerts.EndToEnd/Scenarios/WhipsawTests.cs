namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A fall and back within minutes, and a price that touches its level again and again: each is told once.</summary>
public sealed class WhipsawTests(Replayed<WhipsawTests> day) : IClassFixture<Replayed<WhipsawTests>>, IReplays
{
    public static string Scenario => "whipsaw";

    [Fact]
    public void Incidents_OpenOnce_WhenPricesComeBack() =>
        day.Incidents.ShouldBe(["ALFA-down-20250520 15:00 Notable", "six-down-20250520 15:00 Notable", "GOLF-down-20250520 18:00 Notable"]);

    [Fact]
    public void Changes_AreNone_WhenAllMembersAreNotableAtOnce() => day.Changes.ShouldBeEmpty();

    // GOLF stands at exactly 95.00 = -5.00 % at 18:00: touching counts.
    [Fact]
    public void Mails_TellEachLevelOnce_WhenThePriceGoesThroughItAgain() =>
        day.Mails.ShouldBe([
            "15:00:45 ben Opened ALFA-down-20250520 15:00: ALFA below 76; ALFA falls 5% today",
            "15:00:45 cleo Opened ALFA-down-20250520 15:00: ALFA falls 3% in 15m",
            "15:02:15 ada Opened six-down-20250520 15:00: #six notable; ALFA notable",
            "18:00:45 ada Opened GOLF-down-20250520 18:00: GOLF notable",
            "18:00:45 ben Opened GOLF-down-20250520 18:00: GOLF below 95; GOLF falls 5% today",
            "20:05:45 ada CloseOfDay close-20250520 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20250520 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20250520 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNoStepIsAJump()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
