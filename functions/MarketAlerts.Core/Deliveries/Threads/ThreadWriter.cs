using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Deliveries.Threads;

/// <summary>What a thread is after one more thing of it is told. Pure.</summary>
internal static class ThreadWriter
{
    /// <summary>How far the target of an entry is known to have gone, in percent, as a magnitude.</summary>
    public static double FurthestOf(AlertEntry entry, Incident incident)
    {
        var move = entry.Move is { } own && own < 0 == incident.Direction is Direction.Down ? Math.Abs(own) : 0;
        return Math.Max(move, Math.Abs(incident.Furthest));
    }

    /// <summary>The threads once some entries told something.</summary>
    public static IReadOnlyList<ToldThread> Tell(
        IReadOnlyList<ToldThread> before,
        IEnumerable<ToldEntry> told,
        IReadOnlyDictionary<string, Incident> incidents,
        DateTimeOffset now
    )
    {
        List<ToldThread> threads = [.. before];
        foreach (var next in told.Where(next => incidents.ContainsKey(next.Entry.IncidentId)).OrderBy(next => next.Entry.MarketTime))
        {
            Tell(threads, next.Entry, incidents[next.Entry.IncidentId], next.Telling, now);
        }

        return threads;
    }

    /// <summary>Writes into the threads that an entry told something.</summary>
    public static void Tell(List<ToldThread> threads, AlertEntry entry, Incident incident, Telling telling, DateTimeOffset now)
    {
        var index = threads.FindIndex(thread => thread.IsOf(incident));
        var after = After(index < 0 ? null : threads[index], entry, incident, telling, now);
        if (index < 0)
        {
            threads.Add(after);
        }
        else
        {
            threads[index] = after;
        }
    }

    private static ToldThread After(ToldThread? before, AlertEntry entry, Incident incident, Telling telling, DateTimeOffset now)
    {
        var thread = (before ?? new ToldThread(incident.Target, incident.Session, now, now) { IsNews = incident.News is not null }) with
        {
            LastAt = now,
        };
        return telling switch
        {
            Telling.Close => thread with { LastAt = before?.LastAt ?? now },
            Telling.Members => WithSide(thread, entry, incident, now),
            _ => WithSide(thread, entry, incident, now) with
            {
                Levels = [.. thread.Levels.UnionBy(entry.Fired, fired => fired.Key)],
                Once = [.. thread.Once.Union(OnceOf(telling, entry))],
            },
        };
    }

    private static IEnumerable<Telling> OnceOf(Telling telling, AlertEntry entry)
    {
        if (entry.Fired.Any(fired => fired.Metric is MetricId.Halted))
        {
            yield return Telling.Halted;
        }

        if (
            telling
            is Telling.Reversed
                or Telling.Undone
                or Telling.SecondLeg
                or Telling.SevereSecondLeg
                or Telling.Resumed
                or Telling.Over
                or Telling.NextSession
        )
        {
            yield return telling;
        }
    }

    private static ToldThread WithSide(ToldThread thread, AlertEntry entry, Incident incident, DateTimeOffset now)
    {
        var side = thread.Find(incident.Direction) ?? new ToldSide(0, Severity.Plain, now);
        return thread.With(
            incident.Direction,
            side with
            {
                Furthest = Math.Max(side.Furthest, FurthestOf(entry, incident)),
                Severity = (Severity)Math.Max((int)side.Severity, (int)entry.Severity),
            }
        );
    }
}
