using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd;

/// <summary>A day on which nothing may be sent.</summary>
public sealed class QuietDayTests
{
    [Fact]
    public async Task QuietDay_SendsNothing_WhenNothingIsWorthAMail()
    {
        var run = await ReplayRun.OfAsync(Repository.Scenario("quiet-day"), TestContext.Current.CancellationToken);
        run.Received.ShouldBeEmpty();
        run.Report.Mails.ShouldBeEmpty();
        run.Report.Incidents.ShouldBeEmpty();
        run.Report.Counts["quotes"].ShouldBeGreaterThan(10_000);
    }
}
