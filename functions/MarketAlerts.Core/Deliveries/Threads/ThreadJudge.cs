using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Deliveries.Threads;

/// <summary>
/// Says what of all that happens to an incident a subscriber is told, from what they were told of its target in its session. Pure. The
/// incident's own record holds every step; a message is sent only for what changes the picture.
/// </summary>
/// <param name="options">What counts as worse, and for how long it waits.</param>
internal sealed class ThreadJudge(DeliveryOptions options)
{
    /// <summary>What becomes of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="incident">Its incident.</param>
    /// <param name="thread">What was told of its target in its session, by what goes out now as well; null for nothing.</param>
    /// <param name="told">The same before what goes out now.</param>
    /// <param name="subscriber">Whose.</param>
    /// <param name="now">Now.</param>
    public Verdict Judge(
        AlertEntry entry,
        Incident incident,
        ToldThread? thread,
        ToldThread? told,
        Subscriber subscriber,
        DateTimeOffset now
    ) =>
        entry.Kind is EntryKind.Rule ? OfRule(entry, incident, thread, now)
        : thread?.Find(incident.Direction) is not { } side ? NeverTold
        : entry.Kind switch
        {
            EntryKind.Escalated or EntryKind.Further => OfMove(entry, incident, thread, side, now),
            EntryKind.MemberNotable => OfMembers(entry, thread, told),
            EntryKind.Reopened => OfSecondLeg(entry, incident, thread),
            EntryKind.GivenBack => OfUndone(thread),
            EntryKind.Recovered => OfOver(incident, thread, subscriber),
            EntryKind.Resumed => thread.Has(Telling.Halted) ? OnlyOnce(thread, Telling.Resumed) : NeverTold,
            EntryKind.CloseOfDay => subscriber.TellsClose is false
                ? Verdict.Leave(DeliveryReason.OptedOut, "You take no mail at the close.")
                : Verdict.Tell(Telling.Close),
            EntryKind.NextSession => OnlyOnce(thread, Telling.NextSession),
            _ => Verdict.Tell(Telling.Corrected),
        };

    private static Verdict NeverTold => Verdict.Leave(DeliveryReason.Overtaken, "The incident was never told.");

    private static Verdict SessionOver =>
        Verdict.Leave(DeliveryReason.Overtaken, "Its session is over: the message at the close tells how far it went.");

    private Verdict OfRule(AlertEntry entry, Incident incident, ToldThread? thread, DateTimeOffset now)
    {
        if (incident.News is not null)
        {
            return Verdict.Tell(thread is null ? Telling.Opened : Telling.News);
        }

        if (thread?.Find(incident.Direction) is not { } side)
        {
            return Verdict.Tell(thread is null ? Telling.Opened : Telling.Reversed);
        }

        // What asks for any of many is not told of a day that is over; what names the symbol is.
        if (IsOver(incident) && !entry.Fired.Any(fired => fired.Rule.Levels.Any(level => level.Target == incident.Target)))
        {
            return SessionOver;
        }

        var untold = entry.Fired.Where(fired => !thread.Has(fired)).ToArray();
        return IsFirstSevere(entry, side) ? Verdict.Tell(Telling.Severe)
            : Array.Exists(untold, fired => fired.IsNumbered) ? Verdict.Tell(Telling.Level)
            : Array.Exists(untold, fired => fired.Metric is MetricId.Halted) ? Verdict.Tell(Telling.Halted)
            : OfMove(entry, incident, thread, side, now);
    }

    private Verdict OfMove(AlertEntry entry, Incident incident, ToldThread thread, ToldSide side, DateTimeOffset now)
    {
        if (IsOver(incident))
        {
            return SessionOver;
        }

        if (IsFirstSevere(entry, side))
        {
            return Verdict.Tell(Telling.Severe);
        }

        var furthest = ThreadWriter.FurthestOf(entry, incident);
        if (furthest < side.Furthest * options.WorseByFactor || furthest < side.Furthest + options.WorseByPoints)
        {
            return Verdict.Leave(DeliveryReason.Damped, "Told this session already, and not much further.");
        }

        var earliest = thread.LastAt + TimeSpan.FromMinutes(options.WorseWaitMinutes);
        return incident.State is IncidentState.Recovering or IncidentState.Recovered
                ? Verdict.Leave(DeliveryReason.Overtaken, "It went further, and came back before that was told.")
            : earliest > now ? Verdict.Wait(earliest, DeliveryReason.TooSoon, "Further than told, so soon after the last message.")
            : Verdict.Tell(Telling.Worse);
    }

    private static bool IsOver(Incident incident) =>
        incident.State is IncidentState.Carried or IncidentState.Closed or IncidentState.FollowedUp;

    private static bool IsFirstSevere(AlertEntry entry, ToldSide side) =>
        entry.Severity is Severity.Severe && side.Severity is not Severity.Severe;

    private Verdict OfMembers(AlertEntry entry, ToldThread thread, ToldThread? told) =>
        told?.LastAt > entry.SeenAt ? Verdict.Leave(DeliveryReason.ToldAlready, "The last message told so already.")
        : thread.MemberUpdates >= options.MemberUpdatesPerSession
            ? Verdict.Leave(
                DeliveryReason.UpdateLimit,
                $"Already {options.MemberUpdatesPerSession} updates of this incident today: kept in the ledger, not mailed."
            )
        : Verdict.Tell(Telling.Members);

    private Verdict OfSecondLeg(AlertEntry entry, Incident incident, ToldThread thread)
    {
        var isSevere = (entry.Reading?.SeverityTowards(incident.Direction) ?? entry.Basket?.Severity) is Severity.Severe;
        var least = TimeSpan.FromMinutes(isSevere ? options.SevereSecondLegAfterMinutes : options.SecondLegAfterMinutes);
        var back = incident.Transitions.LastOrDefault(step => step.Step is IncidentStep.Recovering && step.At < entry.MarketTime);
        return back is null || entry.MarketTime - back.At < least
                ? Verdict.Leave(DeliveryReason.Damped, "It was back for so short a while that nothing new is told.")
            : isSevere ? OnlyOnce(thread, Telling.SevereSecondLeg)
            : OnlyOnce(thread, Telling.SecondLeg);
    }

    private static Verdict OfUndone(ToldThread thread) => thread.Has(Telling.Reversed) ? OnlyOnce(thread, Telling.Undone) : NeverTold;

    private static Verdict OfOver(Incident incident, ToldThread thread, Subscriber subscriber) =>
        incident.State is IncidentState.Open or IncidentState.Forming ? Verdict.Leave(DeliveryReason.Overtaken, "It is on again.")
        : thread.Has(Telling.Over) ? Verdict.Leave(DeliveryReason.Damped, "That it was over was told once.")
        : subscriber.TellsOver is true ? Verdict.Tell(Telling.Over)
        : Verdict.Leave(DeliveryReason.NextMessage, "That it is over stands in the next message.");

    private static Verdict OnlyOnce(ToldThread thread, Telling telling) =>
        thread.Has(telling) ? Verdict.Leave(DeliveryReason.Damped, "Told once this session already.") : Verdict.Tell(telling);
}
