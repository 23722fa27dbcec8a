using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Tests.Notifications;
namespace MarketAlerts.Core.Tests;
public sealed class Probe
{
    [Fact] public void Range1004() => OptionsCheck.Failures(new BarOptions { BasketBreadthPercent = 100.4, BasketCoveragePercent = 0.6 }).Length.ShouldBe(2);
    [Fact] public void PeerShare06() => OptionsCheck.Failures(new GuardOptions { PeerSharePercent = 0.6 }).Length.ShouldBe(1);
    [Fact] public void TwoPercentSigns() => Rules.GivenRules.Parse("NVDA falls 5%% today").Rule.ShouldBeNull();
    [Fact] public void AnySymbol() => Core.Rules.RuleParser.Parse("ANY falls 5% today", new(Given.Syms("ANY").ToHashSet(), new HashSet<string>())).Error.ShouldBeNull();
    [Fact] public void MissedLowPrice()
    {
        var state = Given.State("NVDA", "14:31", 121, 121);
        new SymbolTracker(Given.Calendar, new BarOptions(), new GuardOptions()).Accept(state, Given.Quote("NVDA", "14:40", 121, 121, 121, 119, 121))
            .ShouldContain(c => c.Metric == MetricId.Price);
    }
    [Fact] public void OpenGuessed()
    {
        var state = Given.State("NVDA", "14:31", 121, 121); state.Session = null;
        var t = new SymbolTracker(Given.Calendar, new BarOptions(), new GuardOptions());
        t.Accept(state, Given.Quote("NVDA", "16:00", 118, 121));
        t.Accept(state, Given.Quote("NVDA", "16:01", 118, 121, 125));
        state.Open.ShouldBe(125);
    }
    [Fact] public void SecondIncidentCounts()
    {
        var tech = GivenMail.Basket("tech", Core.Incidents.Severity.Severe, Given.Reading("NVDA", -12));
        var m = GivenMail.Mailbox(GivenMail.Entry(GivenMail.Chips, EntryKind.MemberNotable)) with { Mails = [.. Enumerable.Repeat(GivenMail.Sent(tech, GivenMail.Chips) with { CountsAsMemberUpdate = true }, 5)] };
        GivenMail.Plan(m, "16:00", GivenMail.Chips, tech).Sends.ShouldBeFalse();
    }
    [Fact] public void DateLikeText() => MessageCodec.Read<DueBucket>(MessageCodec.Write(new DueBucket("2025-01-27T14:31:00Z"), "x", Given.At("14:31"))).Body.Bucket.ShouldBe("2025-01-27T14:31:00Z");
    [Fact] public void UtcTimes() => MessageCodec.Write(new QuotePage("p", Given.At("14:31").ToOffset(TimeSpan.FromHours(-5))), "x", Given.At("14:31")).ShouldNotContain("-05:00");
    [Fact] public void StalePeersAgree()
    {
        var d = new PageDetector(Given.Calendar, new GuardOptions(), new BarOptions());
        var page = new Core.Subscriptions.MarketPage("p", [Given.State("NVDA", "15:00", 100), Given.State("MU", "14:31", 100), Given.State("AMD", "14:31", 100)]);
        d.Detect(page, [Given.Quote("NVDA", "15:01", 88), Given.Quote("MU", "14:40", 90), Given.Quote("AMD", "14:40", 90)], new(), GivenMail.Catalog, Given.At("15:01"), TimeSpan.Zero)[0].Reason.ShouldBe(VerdictReason.LoneJump);
    }
    [Fact] public void HeldOverSessions()
    {
        var state = Given.State("NVDA", "14:31", 100); state.Session = Given.Day.AddDays(-3); state.QuoteTime = Given.Utc("2025-01-24T20:59Z"); state.HeldPrice = 80;
        new QuoteGuard(Given.Calendar, new GuardOptions()).Judge(Given.Quote("NVDA", "14:31", 88), state, Given.At("14:31"), TimeSpan.Zero, PeerSteps.None).Reason.ShouldBe(VerdictReason.LoneJump);
    }
    [Fact] public void Quiet() { }
}
