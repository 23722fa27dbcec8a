namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>An announced split of 4 for 1: the day counts against 124.8075, and price rules in new dollars.</summary>
public sealed class AaplSplitTests(Replayed<AaplSplitTests> day) : IClassFixture<Replayed<AaplSplitTests>>, IReplays
{
    public static string Scenario => "aapl-split";

    [Fact]
    public void Incident_IsTheRiseInNewShares_WhenTheDayIsOver() => day.Incidents.ShouldBe(
    [
        "AAPL-up-20200831 13:30 Plain",
    ]);

    // 127.67 / 124.8075 = +2.29 %; 129.84 is +4.03 %; 130.04 is the first price above 130. Below 200 lies the close already.
    [Fact]
    public void Mails_TellEachLevelOnce_WhenItIsReached() => day.Mails.ShouldBe(
    [
        "13:32:00 ben Opened AAPL-up-20200831 13:30: AAPL gaps up 2%; AAPL rises 2% today",
        "16:14:00 ben Update AAPL-up-20200831 16:12: AAPL rises 4% today",
        "16:28:00 ben Update AAPL-up-20200831 16:26: AAPL above 130",
    ]);

    [Fact]
    public void Quotes_AreAllTaken_WhenNothingIsWrongWithThem()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
