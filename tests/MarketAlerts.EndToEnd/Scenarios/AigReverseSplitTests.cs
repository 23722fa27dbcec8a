namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>An announced reverse split of 1 for 20: 1.13 becomes 22.60, and 19.70 is a severe fall, no rise of 1,643 %.</summary>
public sealed class AigReverseSplitTests(Replayed<AigReverseSplitTests> day) : IClassFixture<Replayed<AigReverseSplitTests>>, IReplays
{
    public static string Scenario => "aig-reverse-split";

    [Fact]
    public void Incident_IsOneFall_WhenTheDayIsOver() => day.Incidents.ShouldBe(["AIG-down-20090701 13:30 Severe"]);

    // 19.70 / 22.60 = -12.83 %; 19.00 touches 19; 18.97 is -16.06 %; 17.61 is -22.08 %.
    [Fact]
    public void Mails_TellTheFallInNewShares_WhenItsLevelsAreReached() =>
        day.Mails.ShouldBe([
            "13:30:30 ada Opened AIG-down-20090701 13:30: AIG notable; AIG severe",
            "13:30:30 ben Opened AIG-down-20090701 13:30: AIG falls 10% today",
            "13:30:30 cleo Opened AIG-down-20090701 13:30: AIG volume 3x",
            "14:17:30 cleo Update AIG-down-20090701 14:17: AIG falls 3% in 60m",
            "14:49:30 ben Update AIG-down-20090701 14:49: AIG below 19",
            "14:50:30 ben Update AIG-down-20090701 14:50: AIG falls 16% today",
            "14:50:45 ada Worse AIG-down-20090701 14:50: An incident you were told of went much further.",
            "15:24:45 cleo Worse AIG-down-20090701 15:24: An incident you were told of went much further.",
            "16:30:45 ada Worse AIG-down-20090701 16:30: An incident you were told of went much further.",
            "16:30:45 ben Worse AIG-down-20090701 16:30: An incident you were told of went much further.",
            "16:58:30 ben Update AIG-down-20090701 16:58: AIG falls 22% today",
            "20:05:45 ada CloseOfDay close-20090701 20:00: How the day ended for what you were told of.",
            "20:05:45 ben CloseOfDay close-20090701 20:00: How the day ended for what you were told of.",
            "20:05:45 cleo CloseOfDay close-20090701 20:00: How the day ended for what you were told of.",
        ]);

    // 0.25 and 0.95 times 20. Ben's first mail is severe and takes the notice along, after 30 s.
    [Fact]
    public void Subscriber_IsToldInTheFirstMail_WhatBecameOfTheRules()
    {
        day.Notices.ShouldBeEmpty();
        day.TextsTo("ben")[0]
            .ShouldContain(
                "AIG split 1 for 20 on 1 July 2009: your rule 'AIG above 0.25' is now 'AIG above 5', and 'AIG below 0.95' is now "
                    + "'AIG below 19'. Nothing else changed."
            );
        day.TextsTo("ben").Skip(1).ShouldAllBe(text => !text.Contains("AIG split", StringComparison.Ordinal));
    }

    // 12.83 % is less than 3 x 6.58 %.
    [Fact]
    public void Opening_IsNoLoneJump_WhenItIsWithinThreeUsualDays() => day.Held.ShouldBeEmpty();
}
