using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Deliveries.Storms;

/// <summary>
/// Finds the storm among what a subscriber would be told now: from the third target that goes one way within half an hour on, one thread
/// tells of all of them. Pure.
/// </summary>
/// <param name="options">When a storm begins, ends and is updated.</param>
internal sealed class StormFinder(DeliveryOptions options)
{
    private const int StormUpdates = 3;
    private static readonly TimeSpan AfterTheClose = TimeSpan.FromHours(16);

    /// <summary>The storm that some of it belongs to; null for none.</summary>
    /// <param name="told">What would be told.</param>
    /// <param name="history">What was told before.</param>
    /// <param name="incidents">The incidents.</param>
    /// <param name="catalog">Who belongs to which basket.</param>
    /// <param name="now">Now.</param>
    public Storm? Find(
        IEnumerable<ToldEntry> told,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        Catalog catalog,
        DateTimeOffset now
    )
    {
        var sides = told.Where(next => incidents.GetValueOrDefault(next.Entry.IncidentId) is { News: null } && IsOfAMove(next.Telling))
            .GroupBy(next => (incidents[next.Entry.IncidentId].Direction, incidents[next.Entry.IncidentId].Session))
            .OrderBy(side => side.Key);
        return sides
            .Select(side => FindOn(side.Key.Direction, side.Key.Session, [.. side], history, incidents, catalog, now))
            .OfType<Storm>()
            .FirstOrDefault();
    }

    private Storm? FindOn(
        Direction direction,
        DateOnly session,
        ToldEntry[] told,
        SubscriberHistory history,
        IReadOnlyDictionary<string, Incident> incidents,
        Catalog catalog,
        DateTimeOffset now
    )
    {
        var before = history.Storms.FirstOrDefault(storm => storm.IsOf(direction, session));
        var opened = told.Where(next => IsOpening(next.Telling)).OrderBy(next => next.Entry.SeenAt).ToArray();
        var known = RecentOf(history, direction, session, now);
        Incident[] opening = [.. opened.Select(next => incidents[next.Entry.IncidentId]).DistinctBy(incident => incident.Target)];
        Target[] names = [.. known.Concat(opening.Select(incident => incident.Target)).Distinct()];
        var fresh = opening.Where(incident => !known.Contains(incident.Target)).ToArray();
        var begins = opened.Length > 0 && known.Count + CountOf(fresh, catalog) >= options.StormFromTargets;
        if (before is null && !begins)
        {
            return null;
        }

        // A name that comes after it ended begins a thread of its own; what becomes of the names that were told with it does not.
        var (joined, nameAt) = begins ? (names, opened[^1].Entry.SeenAt) : JoinedBy(told, before!, incidents);
        Target[] all = [.. joined.Concat(before?.Names ?? []).Distinct()];
        var median = Median([.. all.Select(name => MoveOf(name, direction, session, incidents)).Where(move => move > 0)]);
        var belongs = told.Where(next =>
                IsOfAny(next, incidents[next.Entry.IncidentId], all) && !IsExempt(next, incidents[next.Entry.IncidentId], median)
            )
            .ToHashSet();
        return belongs.Count is 0
            ? null
            : new Storm(direction, session, before, belongs, all, nameAt, DueAt(before, belongs, all.Length, now));
    }

    /// <summary>The new names that came while it was on: each within its time after a name before, or after what became of one.</summary>
    private (Target[] Names, DateTimeOffset At) JoinedBy(
        ToldEntry[] told,
        ToldStorm before,
        IReadOnlyDictionary<string, Incident> incidents
    )
    {
        var (joined, at) = (new List<Target>(before.Names), before.NameAt > before.ToldAt ? before.NameAt : before.ToldAt);
        foreach (var next in told.OrderBy(next => next.Entry.SeenAt))
        {
            var target = incidents[next.Entry.IncidentId].Target;
            var isOn = next.Entry.SeenAt - at < TimeSpan.FromMinutes(options.StormEndsAfterMinutes);
            if (isOn && (joined.Contains(target) || IsOpening(next.Telling)))
            {
                joined.Add(target);
                at = next.Entry.SeenAt > at ? next.Entry.SeenAt : at;
            }
        }

        return ([.. joined.Distinct()], at);
    }

    private static bool IsOpening(Telling telling) => telling is Telling.Opened or Telling.Reversed;

    /// <summary>What went that way and was told of late.</summary>
    private HashSet<Target> RecentOf(SubscriberHistory history, Direction direction, DateOnly session, DateTimeOffset now) =>
        history
            .Threads.Where(thread => thread is { IsNews: false } && thread.Session == session)
            .Where(thread => thread.Find(direction) is { } side && now - side.FirstAt <= TimeSpan.FromMinutes(options.StormWithinMinutes))
            .Select(thread => thread.Target)
            .ToHashSet();

    /// <summary>How many targets open at once; what is a part of another one of them is none by itself: it folds into that.</summary>
    private static int CountOf(Incident[] opening, Catalog catalog) =>
        opening.Where((single, place) => !opening.Where((wider, other) => IsWithin(single, wider, place < other, catalog)).Any()).Count();

    private static bool IsWithin(Incident single, Incident wider, bool isFirst, Catalog catalog) =>
        MessagePlanner.IsPartOf(single, wider) || (isFirst && NestedBaskets.AreNested(single, wider, catalog));

    /// <summary>Whether it is of one of the names; of a basket also that such members became notable.</summary>
    private static bool IsOfAny(ToldEntry told, Incident incident, Target[] names) =>
        names.Contains(incident.Target)
        || (
            told.Telling is Telling.Members
            && told.Entry.Symbols.Count > 0
            && told.Entry.Symbols.All(symbol => names.Contains(Target.OfSymbol(symbol)))
        );

    /// <summary>What keeps a message of its own: a level of one's own on a symbol one named, a halt, and what stands out.</summary>
    private bool IsExempt(ToldEntry told, Incident incident, double median)
    {
        var isNamed = told.Entry.Fired.Any(fired => fired.IsNumbered && fired.Rule.Levels.Any(level => level.Target == incident.Target));
        var move = ThreadWriter.FurthestOf(told.Entry, incident);
        return told.Entry.Fired.Any(fired => fired.Metric is MetricId.Halted)
            || (
                incident.Target.Symbol is not null
                && (isNamed || (move >= options.OutlierPercent && move >= options.OutlierTimesMedian * median))
            );
    }

    private static bool IsOfAMove(Telling telling) =>
        telling
            is Telling.Opened
                or Telling.Reversed
                or Telling.Severe
                or Telling.Level
                or Telling.Worse
                or Telling.Members
                or Telling.SecondLeg
                or Telling.SevereSecondLeg;

    /// <summary>
    /// At once where it begins or has twice the names; else at the next of its times, if more than the figures of its names is new. What is
    /// left at the close is told with how the day ended.
    /// </summary>
    private DateTimeOffset DueAt(ToldStorm? before, HashSet<ToldEntry> belongs, int names, DateTimeOffset now)
    {
        if (before is null || names >= 2 * before.Names.Count)
        {
            return now;
        }

        var isNew = belongs.Any(next =>
            IsOpening(next.Telling) || next.Telling is Telling.Severe or Telling.SecondLeg or Telling.SevereSecondLeg
        );
        return Enumerable
            .Range(0, isNew ? StormUpdates : 0)
            .Select(update => before.StartedAt + ((1 << update) * TimeSpan.FromMinutes(options.StormUpdateMinutes)))
            .Append(before.StartedAt + AfterTheClose)
            .First(time => time > before.ToldAt);
    }

    private static double MoveOf(Target name, Direction direction, DateOnly session, IReadOnlyDictionary<string, Incident> incidents) =>
        Math.Abs(incidents.GetValueOrDefault(Incident.IdOf(name, direction, session))?.Furthest ?? 0);

    private static double Median(double[] moves) => moves.Length is 0 ? 0 : moves.Order().ElementAt(moves.Length / 2);
}

/// <summary>A storm, and what of now belongs to it.</summary>
/// <param name="Direction">Which way.</param>
/// <param name="Session">The session's date in New York.</param>
/// <param name="Before">What was told of it; null where it begins.</param>
/// <param name="Belongs">What would be told now and belongs to it.</param>
/// <param name="Names">All its targets.</param>
/// <param name="NameAt">When a new name was last seen.</param>
/// <param name="Due">When it is told of next.</param>
internal sealed record Storm(
    Direction Direction,
    DateOnly Session,
    ToldStorm? Before,
    IReadOnlySet<ToldEntry> Belongs,
    IReadOnlyList<Target> Names,
    DateTimeOffset NameAt,
    DateTimeOffset Due
)
{
    /// <summary>Its id.</summary>
    public string Id => ToldStorm.IdOf(Direction, Session);

    /// <summary>What is told of it once a message is.</summary>
    public ToldStorm After(DateTimeOffset now) => new(Session, Direction, Before?.StartedAt ?? now, now, NameAt, Names);
}
