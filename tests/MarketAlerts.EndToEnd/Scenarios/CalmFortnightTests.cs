namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>Ten sessions as most are: a list of 24 names is quiet.</summary>
public sealed class CalmFortnightTests(Replayed<CalmFortnightTests> day) : IClassFixture<Replayed<CalmFortnightTests>>, IReplays
{
    public static string Scenario => "calm-fortnight";

    [Fact]
    public void Mails_AreFew_AndEachIsNew() =>
        day.Mails.ShouldBe([
            "16:30:45 list Opened MU-up-20250625 16:30: MU notable",
            "20:05:45 list CloseOfDay close-20250625 20:00: How the day ended for what you were told of.",
        ]);
}
