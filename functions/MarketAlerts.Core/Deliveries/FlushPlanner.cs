using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// The subscriber side's decision: of all that waits for a subscriber, what goes out now in one message, what is held and why. Pure:
/// profile, items, what was told before, incidents and the time arrive as arguments.
/// </summary>
/// <param name="options">Limits.</param>
/// <param name="holds">What the subscriber's choices hold back.</param>
public sealed class FlushPlanner(DeliveryOptions options, SubscriberHolds holds)
{
    private readonly MessagePlanner _messages = new(options);
    private readonly WaitingSorter _sorter = new(new ThreadJudge(options), holds);

    /// <summary>Decides.</summary>
    public FlushPlan Plan(Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, Catalog catalog, DateTimeOffset now)
    {
        if (mailbox.Subscriber is not { Unsubscribed: false } subscriber)
        {
            var reason = mailbox.Subscriber is null ? "The subscriber is gone." : "Unsubscribed.";
            return Nothing(mailbox.Items.Select(item => new HeldItem(item, null, DeliveryReason.Unsubscribed, reason)));
        }

        var sorted = _sorter.Sort(subscriber, mailbox, incidents, now);
        if (sorted.Going.Count is 0)
        {
            return Nothing(sorted.Held);
        }

        if (GatheredUntil(sorted.Going) is { } gathered && gathered > now)
        {
            return HoldAll(sorted, gathered, DeliveryReason.MemberWait, "Gathered with other members.");
        }

        if (CompanyUntil(sorted.Going, mailbox, now) is { } company && company > now)
        {
            return HoldAll(sorted, company, DeliveryReason.Company, "More is likely to come within two minutes.");
        }

        var plan = _messages.Plan(sorted.Going, mailbox.History, incidents, catalog, now);
        var limited = Limit(
            plan with
            {
                Left = sorted.Left,
                Threads = ThreadsOf(plan, mailbox.History, incidents, now),
            },
            subscriber,
            mailbox,
            now
        );
        return limited with { Held = [.. sorted.Held, .. limited.Held] };
    }

    private static FlushPlan HoldAll(SortedWaiting sorted, DateTimeOffset until, DeliveryReason reason, string text) =>
        Nothing([.. sorted.Held, .. sorted.Going.Select(taken => new HeldItem(taken.Row, until, reason, text))]);

    /// <summary>Members that become notable are gathered, unless something else goes out with them.</summary>
    private DateTimeOffset? GatheredUntil(List<TakenItem> going) =>
        going.TrueForAll(taken => taken.Told.All(told => told.Telling is Telling.Members))
            ? going.SelectMany(taken => taken.Entries).Min(entry => entry.SeenAt).AddMinutes(options.MemberUpdateWaitMinutes)
            : null;

    /// <summary>
    /// Until when what is not severe waits for company: not at all when it is alone and nothing was told of late. What a hold has gathered
    /// waited long enough.
    /// </summary>
    private DateTimeOffset? CompanyUntil(List<TakenItem> going, Mailbox mailbox, DateTimeOffset now)
    {
        AlertEntry[] fresh = [.. going.Where(taken => taken.Row.Hold is DeliveryReason.None).SelectMany(taken => taken.Entries)];
        var isLikely =
            mailbox.Items.Count > 1
            || mailbox.History.Messages.Any(sent => now - sent <= TimeSpan.FromMinutes(options.CompanyWithinMinutes));
        return
            !isLikely
            || fresh.Length is 0
            || going.Exists(taken => taken.Entries.Any(entry => entry.Severity is Severity.Severe || entry.Kind is EntryKind.Notice))
            ? null
            : fresh.Min(entry => entry.SeenAt).AddSeconds(options.CompanyWaitSeconds);
    }

    /// <summary>The threads once the plan's message is written down.</summary>
    private static ToldThread[] ThreadsOf(
        FlushPlan plan,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        DateTimeOffset now
    )
    {
        var threads = ThreadWriter.Tell(history.Threads, plan.Told, incidents, now);
        return
        [
            .. threads.Select(thread =>
                thread with
                {
                    MemberUpdates = thread.MemberUpdates + (plan.IsMemberUpdate && plan.Carried.Any(thread.IsOf) ? 1 : 0),
                    Once = plan.Over.Any(thread.IsOf) ? [.. thread.Once.Append(Telling.Over).Distinct()] : thread.Once,
                }
            ),
        ];
    }

    internal static FlushPlan Nothing(IEnumerable<HeldItem> held) => new([.. held], [], [], MailKind.Opened, "");

    /// <summary>Finds the addresses, and holds all of it back where none is open or a cap is reached.</summary>
    private static FlushPlan Limit(FlushPlan plan, Subscriber subscriber, Mailbox mailbox, DateTimeOffset now)
    {
        if (!plan.Sends)
        {
            return plan;
        }

        var to = OpenAddresses(plan, subscriber);
        if (to.Length is 0)
        {
            const string NoneOpen = "No open address takes messages of this severity.";
            return HoldAll(plan, taken => new HeldItem(taken.Row, null, DeliveryReason.NoAddress, NoneOpen));
        }

        var severe = plan.Entries.Any(entry => entry.Severity is Severity.Severe);
        if (plan.Kind is not MailKind.Notice && SubscriberHolds.CappedUntil(subscriber, mailbox.History.Messages, severe, now) is { } cap)
        {
            var reason = $"You take {cap.Which}: this waits for the next one that may go.";
            return HoldAll(plan, taken => new HeldItem(taken.Row, cap.Until, DeliveryReason.Cap, reason));
        }

        return plan with
        {
            To = to,
        };
    }

    private static ChannelAddress[] OpenAddresses(FlushPlan plan, Subscriber subscriber)
    {
        var severity = plan.Kind is MailKind.Notice ? Severity.Severe : plan.Carried.Max(incident => incident.Severity);
        return [.. subscriber.OpenTo.Where(choice => choice.IsOpen(severity)).Select(choice => choice.To)];
    }

    private static FlushPlan HoldAll(FlushPlan plan, Func<TakenItem, HeldItem> hold) => Nothing(plan.Held.Concat(plan.Taken.Select(hold)));
}
