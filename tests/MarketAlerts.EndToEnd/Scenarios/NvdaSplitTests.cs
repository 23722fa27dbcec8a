namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>
/// A split of 10 for 1 that nobody announced: 1,208.88 becomes 120.37, which is -90 % for who does not see it, and volume counts ten times.
/// </summary>
public sealed class NvdaSplitTests(Replayed<NvdaSplitTests> day) : IClassFixture<Replayed<NvdaSplitTests>>, IReplays
{
    public static string Scenario => "nvda-split";

    [Fact]
    public void Nothing_IsTold_WhenASplitLooksLikeACrash()
    {
        day.Report.Incidents.ShouldBeEmpty();
        day.Report.Mails.ShouldBeEmpty();
    }

    // 120.37 / 1208.88 = 0.0996, half a percent from 1/10; the second quote is taken as one after a split.
    [Fact]
    public void FirstQuote_IsHeldAlone_WhenItMayBeASplitOrACrash() => day.Held.ShouldBe(["NVDA 13:30 SplitOrCrash"]);

    // At the low of 117.01 the ratio is 10.33, 3.3 % from 10.
    [Fact]
    public void Quotes_AreNeverRejected_WhenTheSplitIsRemembered() => day.Rejected.ShouldBeEmpty();
}
