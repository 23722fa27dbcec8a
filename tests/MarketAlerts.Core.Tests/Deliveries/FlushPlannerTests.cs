using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Deliveries;

public sealed class FlushPlannerTests
{
    /// <summary>From 09:00 to 10:00 New York: 14:00Z to 15:00Z.</summary>
    private static readonly QuietHours Quiet = new(new TimeOnly(9, 0), new TimeOnly(10, 0), true);

    [Fact]
    public void Plan_DropsEverything_WhenUnsubscribed()
    {
        var mailbox = Mailbox(Entry(Chips)) with { Subscriber = Ana with { Unsubscribed = true } };

        ShouldHold(Plan(mailbox, "14:31", Chips), null, DeliveryStep.Dropped, "Unsubscribed.");
        ShouldHold(Plan(mailbox with { Subscriber = null }, "14:31", Chips), null, DeliveryStep.Dropped, "The subscriber is gone.");
    }

    [Theory]
    [InlineData(Severity.Notable, true, true)]
    [InlineData(Severity.Severe, false, true)]
    [InlineData(Severity.Severe, true, false)]
    public void Plan_HoldsUntilTheQuietHoursEnd_UnlessSevereMayPass(Severity severity, bool severePasses, bool held)
    {
        var mailbox = Mailbox(Entry(Chips, severity: severity)) with
        {
            Subscriber = Ana with { QuietHours = Quiet with { SeverePasses = severePasses } },
        };

        var plan = Plan(mailbox, "14:31", Chips);

        plan.Sends.ShouldBe(!held);
        if (held)
        {
            ShouldHold(plan, Given.At("15:00"), DeliveryStep.Held, "Quiet hours.");
        }
    }

    [Fact]
    public void Plan_Sends_OnceTheQuietHoursAreOver() =>
        Plan(Mailbox(Entry(Chips, severity: Severity.Notable)) with { Subscriber = Ana with { QuietHours = Quiet } }, "15:00", Chips)
            .Sends.ShouldBeTrue();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Plan_KeepsMemberUpdates_AfterTwoOfTheIncident(int earlier, bool sends)
    {
        var mailbox = Mailbox(Entry(Chips, EntryKind.MemberNotable, time: "15:00")) with { History = Updated(earlier, Chips) };

        var plan = Plan(mailbox, "15:31", Chips);

        plan.Sends.ShouldBe(sends);
        plan.IsMemberUpdate.ShouldBe(sends);
        if (!sends)
        {
            ShouldHold(plan, null, DeliveryStep.Kept, "Already 2 updates of this incident today: kept in the ledger, not mailed.");
        }
    }

    [Fact]
    public void Plan_KeepsASurplusUpdate_AlsoWhenSomethingElseGoesOut()
    {
        var mailbox = Mailbox(Entry(Chips, EntryKind.MemberNotable, time: "15:00"), Entry(Chips, time: "15:00").Passing(9)) with
        {
            History = Updated(2, Chips),
        };

        var plan = Plan(mailbox, "15:31", Chips);

        plan.Taken.ShouldHaveSingleItem();
        plan.Held.ShouldHaveSingleItem().Reason.ShouldBe(DeliveryReason.UpdateLimit);
        plan.IsMemberUpdate.ShouldBeFalse();
    }

    [Fact]
    public void Plan_LeadsWithTheSeverestThenWidestIncident()
    {
        var tech = Basket("tech", Severity.Severe);
        var notable = Basket("chips", Severity.Notable);
        var plan = Plan(Mailbox(Entry(Nvda), Entry(notable), Entry(tech)), "14:31", Nvda, notable, tech);

        plan.Carried.Select(incident => incident.Id).ShouldBe(["tech-down-20250127", "NVDA-down-20250127", "chips-down-20250127"]);
        plan.Taken.Count.ShouldBe(3);
        plan.Kind.ShouldBe(MailKind.Opened);
        plan.Reason.ShouldBe("You asked for: NVDA notable; #chips notable; #tech notable.");
    }

    [Fact]
    public void Plan_FoldsASingleStockIntoTheBasketItsSubscriberWasToldOf()
    {
        var plan = Plan(Mailbox(Entry(Nvda)) with { History = Told(Chips) }, "14:40", Nvda, Chips);

        plan.Carried.ShouldBe([Chips, Nvda]);
        plan.Kind.ShouldBe(MailKind.Update);
    }

    [Fact]
    public void Plan_FoldsNothing_WhenTheBasketWasNotToldOrGoesTheOtherWayOrDoesNotCountIt()
    {
        var msft = Single("MSFT", Severity.Plain, Given.Reading("MSFT", -4.5));
        var rising = Single("NVDA", Severity.Severe, Given.Reading("NVDA", 9), Core.Levels.Direction.Up);
        var tomorrow = Nvda with { Session = new DateOnly(2025, 1, 28) };

        Plan(Mailbox(Entry(Nvda)), "14:40", Nvda, Chips).Carried.ShouldBe([Nvda]);
        foreach (var other in new[] { msft, rising, tomorrow })
        {
            Plan(Mailbox(Entry(other)) with { History = Told(Chips) }, "14:40", other, Chips).Carried.ShouldBe([other]);
        }
    }

    [Fact]
    public void Plan_SaysWhatTheMailIs()
    {
        var told = Mailbox(Entry(Chips).Passing(9)) with { History = Told(Chips) };
        var escalated = Mailbox(Entry(Chips, EntryKind.Escalated)) with { History = Told(Chips with { Severity = Severity.Notable }) };
        var notable = Mailbox(Entry(Chips, EntryKind.MemberNotable, "14:39", symbol: "AMD")) with { History = Told(Chips) };

        (Plan(told, "14:40", Chips).Kind, Plan(told, "14:40", Chips).Reason).ShouldBe((MailKind.Update, "You asked for: #chips notable."));
        (Plan(escalated, "14:40", Chips).Kind, Plan(escalated, "14:40", Chips).Reason).ShouldBe(
            (MailKind.Escalated, "An incident you were told of became more severe.")
        );
        (Plan(notable, "15:10", Chips).Kind, Plan(notable, "15:10", Chips).Reason).ShouldBe(
            (MailKind.Update, "New among the notable members of an incident you were told of: AMD.")
        );
    }

    [Fact]
    public void Plan_DropsWhatHasNoIncident() =>
        ShouldHold(Plan(Mailbox(Entry(Chips)), "14:31"), null, DeliveryStep.Dropped, "Its incident is gone.");

    private static SubscriberHistory Updated(int updates, Incident incident)
    {
        var told = Told(incident);
        return told with { Threads = [told.Threads[0] with { MemberUpdates = updates }] };
    }

    private static void ShouldHold(FlushPlan plan, DateTimeOffset? until, DeliveryStep decision, string reason)
    {
        plan.Sends.ShouldBeFalse();
        plan.Taken.ShouldBeEmpty();
        var held = plan.Held.ShouldHaveSingleItem();
        (held.Until, held.Step, held.Text, held.Row.Reference).ShouldBe((until, decision, reason, "message-0"));
    }
}
