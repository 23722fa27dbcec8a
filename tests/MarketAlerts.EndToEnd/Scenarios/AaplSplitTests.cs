namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>An announced split of 4 for 1: the day counts against 124.8075, and price rules in new dollars.</summary>
public sealed class AaplSplitTests(Replayed<AaplSplitTests> day) : IClassFixture<Replayed<AaplSplitTests>>, IReplays
{
    public static string Scenario => "aapl-split";

    [Fact]
    public void Incident_IsTheRiseInNewShares_WhenTheDayIsOver() => day.Incidents.ShouldBe(["AAPL-up-20200831 13:30 Plain"]);

    // 127.67 / 124.8075 = +2.29 %; 129.84 is +4.03 %, 129.75 is touched the minute before; 130.04 is the first above 130. Below 200 lies
    // the close already, in old shares below 800 too, and 480 / 4 = 120 is never reached. `any of #big below 200` stays: every price but
    // Apple's is above, Apple's close below.
    [Fact]
    public void Mails_TellEachLevelOnce_WhenItIsReached() =>
        day.Mails.ShouldBe([
            "13:30:45 ben Opened AAPL-up-20200831 13:30: AAPL gaps up 2%; AAPL rises 2% today",
            "16:11:45 dora Opened AAPL-up-20200831 16:11: AAPL above 129.75 until 2020-12-31 once",
            "16:12:45 ben Update AAPL-up-20200831 16:12: AAPL rises 4% today",
            "16:26:45 ben Update AAPL-up-20200831 16:26: AAPL above 130",
            "20:05:45 ben CloseOfDay close-20200831 20:00: How the day ended for what you were told of.",
            "20:05:45 dora CloseOfDay close-20200831 20:00: How the day ended for what you were told of.",
        ]);

    [Fact]
    public void Subscribers_AreToldOnce_WhatBecameOfTheirRules()
    {
        day.Notices.ShouldBe(["13:30:45 dora AAPL split 4 for 1: your price rules were rescaled"]);
        day.TextsTo("dora")[0]
            .ShouldContain(
                "AAPL split 4 for 1 on 31 August 2020: your rule 'AAPL below 480' is now 'AAPL below 120', and 'AAPL above 519 "
                    + "until 2020-12-31 once' is now "
                    + "'AAPL above 129.75 until 2020-12-31 once'. 'any of #big below 200' stays as it is: one price for several "
                    + "stocks cannot be rescaled for one of them."
            );
        day.TextsTo("ben")[0]
            .ShouldContain(
                "AAPL split 4 for 1 on 31 August 2020: your rule 'AAPL above 520' is now 'AAPL above 130', and 'AAPL below 800' is "
                    + "now 'AAPL below 200'. Nothing else changed."
            );
        day.TextsTo("ben").Skip(1).ShouldAllBe(text => !text.Contains("AAPL split", StringComparison.Ordinal));
        day.TextsTo("ada").ShouldBeEmpty();
    }

    [Fact]
    public void Quotes_AreAllTaken_WhenNothingIsWrongWithThem()
    {
        day.Held.ShouldBeEmpty();
        day.Rejected.ShouldBeEmpty();
    }
}
