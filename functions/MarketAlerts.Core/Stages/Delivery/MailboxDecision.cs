using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Decides about all that waits for one subscriber, and takes a place in the quota for what goes.</summary>
public sealed class MailboxDecision(MarketClock clock, FlushPlanner planner, SendQuota quota)
{
    /// <summary>The plan of a mailbox; what a channel has no room for now waits, and says so.</summary>
    public async Task<FlushPlan> DecideAsync(FlushContext context, Mailbox mailbox, CancellationToken cancellationToken)
    {
        var plan = planner.Plan(mailbox, context.IncidentsFor(mailbox), context.Catalog, clock.Now);
        return plan.Sends && await quota.TakeAsync(plan, cancellationToken) is { } full ? Wait(plan, full.Until, full.Reason) : plan;
    }

    /// <summary>What the plan holds, each with its line of the ledger; what goes on waiting as it did has its line already.</summary>
    public IEnumerable<(HeldItem Held, LedgerEntry Ledger)> LedgerOf(FlushPlan plan) =>
        plan.Held.Where(item => !GoesOnWaiting(item)).Select(item => (item, LineOf(item)));

    private static bool GoesOnWaiting(HeldItem item) =>
        item.Until == item.Row.Due && item.Row.Hold is not DeliveryReason.None && item.Row.Hold == item.Hold;

    private static FlushPlan Wait(FlushPlan plan, DateTimeOffset until, string reason) =>
        plan with
        {
            Carried = [],
            Held = [.. plan.Held, .. plan.Taken.Select(taken => new HeldItem(taken.Row, until, DeliveryReason.Quota, reason))],
        };

    private LedgerEntry LineOf(HeldItem item) =>
        new(item.Row.Subscriber, clock.Now, DeliveryMachine.Take(StateOf(item.Row), item.Step), item.Row.Reference, item.Text)
        {
            Incidents = [.. (item.Row.Item?.Entries ?? []).Select(entry => entry.IncidentId).Distinct()],
        };

    private static DeliveryState StateOf(Waiting row) => row.Hold is DeliveryReason.None ? DeliveryState.Queued : DeliveryState.Held;
}
