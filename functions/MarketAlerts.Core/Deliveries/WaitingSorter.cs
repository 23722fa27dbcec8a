using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// Sorts what waits for a subscriber into what tells something now, what waits on and what leaves: first what their threads say, then what
/// their choices hold. In the order of the market, since each thing told decides on the next. Pure.
/// </summary>
/// <param name="judge">Says what is told.</param>
/// <param name="holds">What the subscriber's choices hold back.</param>
internal sealed class WaitingSorter(ThreadJudge judge, SubscriberHolds holds)
{
    /// <summary>Sorts.</summary>
    public SortedWaiting Sort(Subscriber subscriber, Mailbox mailbox, IReadOnlyDictionary<string, Incident> incidents, DateTimeOffset now)
    {
        // Something severe that goes through the quiet hours takes everything else along; something that is not told wakes nobody.
        var wakes =
            subscriber.QuietHours is { SeverePasses: true }
            && Run(wakes: true).Going.Exists(taken => taken.Entries.Any(entry => entry.Severity is Severity.Severe));
        return Run(wakes);

        SortedWaiting Run(bool wakes) => new Sorting(judge, holds, subscriber, mailbox, incidents, now, wakes).Run();
    }

    private sealed class Sorting(
        ThreadJudge judge,
        SubscriberHolds holds,
        Subscriber subscriber,
        Mailbox mailbox,
        IReadOnlyDictionary<string, Incident> incidents,
        DateTimeOffset now,
        bool wakes
    )
    {
        private readonly List<ToldThread> _threads = [.. mailbox.History.Threads];

        public SortedWaiting Run()
        {
            var sorted = mailbox
                .Items.SelectMany(row => row.Item!.Entries.Select(entry => (Row: row, Entry: entry)))
                .OrderBy(next => next.Entry.MarketTime)
                .ThenBy(next => next.Entry.SeenAt)
                .Select(next => (next.Row, Decided: Decide(next.Row, next.Entry)))
                .ToLookup(next => next.Row, next => next.Decided);
            var result = new SortedWaiting([], [], []);
            foreach (var row in mailbox.Items)
            {
                Settle(row, [.. sorted[row]], result);
            }

            return result;
        }

        private static void Settle(Waiting row, Decided[] entries, SortedWaiting result)
        {
            var waits = entries.Where(next => next.Verdict.Until is not null).OrderBy(next => next.Verdict.Until).ToArray();
            var leaves = entries.Where(next => next.Verdict is { Telling: null, Until: null }).ToArray();
            ToldEntry[] goes =
            [
                .. entries
                    .Where(next => next.Verdict.Telling is not null)
                    .Select(next => new ToldEntry(next.Entry, next.Verdict.Telling!.Value)),
            ];
            if (goes.Length > 0)
            {
                result.Going.Add(new TakenItem(row, goes) { Rest = RestOf(row, waits) });
                result.Left.AddRange(leaves.Select(next => new LeftEntry(row, next.Entry, next.Verdict.Reason, next.Verdict.Text)));
                return;
            }

            var isMoved = waits.Length > 0 && waits[0].Verdict.Until != row.Due;
            var first = (waits.Length > 0 ? waits : leaves)[0].Verdict;
            result.Held.Add(new HeldItem(isMoved ? Part(row, waits) : row, first.Until, first.Reason, first.Text));
            if (isMoved)
            {
                // What leaves does so now, with a line of its own, and is not judged again when the rest is.
                result.Held.AddRange(
                    leaves
                        .GroupBy(next => DeliveryReasons.StepOf(next.Verdict.Reason))
                        .Select(same => new HeldItem(Part(row, [.. same]), row.Due, same.First().Verdict.Reason, same.First().Verdict.Text))
                );
            }
        }

        /// <summary>What of an item waits on when the rest of it goes, until the first of its holds ends; null for nothing.</summary>
        private static Waiting? RestOf(Waiting row, Decided[] waits) =>
            waits.Length is 0 ? null : Part(row, waits) with { Due = waits[0].Verdict.Until!.Value, Hold = waits[0].Verdict.Reason };

        private static Waiting Part(Waiting row, Decided[] entries) =>
            row with
            {
                Item = row.Item! with { Entries = [.. entries.Select(next => next.Entry)] },
            };

        private Decided Decide(Waiting row, AlertEntry entry)
        {
            if (entry.Kind is EntryKind.Notice)
            {
                return Hold(row, entry) ?? new Decided(entry, Verdict.Tell(Telling.Notice));
            }

            if (incidents.GetValueOrDefault(entry.IncidentId) is not { } incident)
            {
                return new Decided(entry, Verdict.Leave(DeliveryReason.Overtaken, "Its incident is gone."));
            }

            var before = _threads.Find(thread => thread.IsOf(incident));
            if (ToldWithWider(entry, incident) is { } wider)
            {
                return new Decided(entry, Verdict.Leave(DeliveryReason.ToldWithWider, $"Told with {wider.About}."));
            }

            var verdict = judge.Judge(
                entry,
                incident,
                before,
                mailbox.History.Threads.FirstOrDefault(thread => thread.IsOf(incident)),
                subscriber,
                now
            );
            if (verdict.Telling is not { } telling)
            {
                return new Decided(entry, verdict);
            }

            var filed = Filed(entry, incident, before, telling);
            if (Hold(row, filed) is { } held)
            {
                return held;
            }

            ThreadWriter.Tell(_threads, filed, incident, telling, now);
            return new Decided(filed, verdict);
        }

        private Decided? Hold(Waiting row, AlertEntry entry) =>
            holds.Find(subscriber, entry, row.Item!.Due, now, wakes) is { } held
                ? new Decided(entry, Verdict.Wait(held.Until, held.Hold, HoldWording.Explain(held.Hold)))
                : null;

        /// <summary>A follow-up of something that was told as severe is as severe, but for how a day ends and the next begins.</summary>
        private static AlertEntry Filed(AlertEntry entry, Incident incident, ToldThread? thread, Telling telling) =>
            entry.Kind is not EntryKind.Rule
            && telling is not (Telling.Members or Telling.Close or Telling.NextSession)
            && thread?.Find(incident.Direction)?.Severity is Severity.Severe
                ? entry with
                {
                    Severity = Severity.Severe,
                }
                : entry;

        /// <summary>The wider incident its subscriber was told of that is on and in which what becomes of a part is told.</summary>
        private Incident? ToldWithWider(AlertEntry entry, Incident incident) =>
            entry.Kind is EntryKind.Rule or EntryKind.CloseOfDay || incident.News is not null
                ? null
                : mailbox
                    .History.Told.Select(told => incidents.GetValueOrDefault(told.Incident))
                    .OfType<Incident>()
                    .FirstOrDefault(wider =>
                        wider is { Target.IsBasket: true, State: IncidentState.Forming or IncidentState.Open }
                        && MessagePlanner.IsPartOf(incident, wider)
                    );
    }

    /// <summary>What becomes of an entry, as it is filed.</summary>
    private readonly record struct Decided(AlertEntry Entry, Verdict Verdict);
}

/// <summary>What waits, sorted.</summary>
/// <param name="Held">Items that stay, or leave untold.</param>
/// <param name="Going">Items that tell something now.</param>
/// <param name="Left">What of those leaves untold.</param>
internal sealed record SortedWaiting(List<HeldItem> Held, List<TakenItem> Going, List<LeftEntry> Left);
