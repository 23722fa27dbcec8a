using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Wording;

/// <summary>How things ended, in a line each: at the close all that was told of a day, in between what is over.</summary>
internal static class CloseWording
{
    private const int NamesInSubject = 2;

    /// <summary>The subject of the message at the close.</summary>
    public static string Subject(FlushPlan plan)
    {
        var ends = EndsOf(plan).Select(end => $"{end.Newest.About}{(end.Move is { } move ? $" {MailWording.Move(move)}" : "")}").ToArray();
        var more = ends.Length > NamesInSubject ? $", {(ends.Length - NamesInSubject).ToString(CultureInfo.InvariantCulture)} more" : "";
        return $"Close of {MarketTimeWording.Day(plan.Lead.Session)}: {string.Join(", ", ends.Take(NamesInSubject))}{more}";
    }

    /// <summary>A line for each thread of the day, and for what did not go on from the day before.</summary>
    public static IEnumerable<MailLine> Lines(FlushPlan plan) =>
        EndsOf(plan).Select(end => new MailLine(end.At, end.Newest.About, TextOf(end), end.Severity)).Concat(plan.Ended.Select(Ended));

    /// <summary>A line on something that is over.</summary>
    public static MailLine Over(Incident incident)
    {
        var over = incident.Transitions.Last(step => step.Step is IncidentStep.Recovered);
        return new MailLine(
            over.At,
            $"{incident.About} {(incident.Direction is Direction.Down ? "recovered" : "gave it back")}",
            $"{MailWording.Move(incident.Furthest)} at the furthest; back, and held.",
            Severity.Plain
        );
    }

    /// <summary>A line on something that goes on in a later session.</summary>
    public static MailLine GoesOn(Incident incident, AlertEntry next) =>
        new(
            next.MarketTime,
            $"{incident.About} {(incident.Direction is Direction.Down ? "down" : "up")} on {MarketTimeWording.Day(incident.Session)}",
            next.Move is { } move ? $"It goes on in this session: {MailWording.Move(move)}." : "It goes on in this session.",
            Severity.Plain
        );

    private static MailLine Ended(Incident incident)
    {
        var end = incident.Transitions.Last(step => step.Step is IncidentStep.Closed);
        return new MailLine(
            end.At,
            $"{incident.About} {(incident.Direction is Direction.Down ? "down" : "up")} on {MarketTimeWording.Day(incident.Session)}",
            "It did not go on in this session.",
            Severity.Plain
        );
    }

    private static IEnumerable<End> EndsOf(FlushPlan plan) =>
        plan
            .Carried.GroupBy(incident => (incident.Target, IsNews: incident.News is not null))
            .Select(both => new End([.. both], plan.Threads.First(thread => thread.IsOf(both.First()))));

    private static string TextOf(End end)
    {
        if (end.Newest.News is { } news)
        {
            return NewsWording.Headline(news);
        }

        var closed = end.Move is not { } move
            ? "closed without figures"
            : $"closed {(end.Price is { } price ? $"at {MailWording.Price(price)}, " : "with its median at ")}{MailWording.Move(move)}";
        var furthest = string.Join(
            " and ",
            end.Incidents.Where(incident => incident.Furthest != 0).Select(incident => MailWording.Move(incident.Furthest))
        );
        string[] sentences = [closed, .. furthest.Length > 0 ? [$"{furthest} at the furthest"] : Array.Empty<string>(), .. Again(end)];
        return string.Join("; ", sentences) + ".";
    }

    /// <summary>How often what fired once went on firing without a message.</summary>
    private static IEnumerable<string> Again(End end) =>
        end
            .Thread.Levels.Where(fired => fired.Metric is not MetricId.Halted)
            .DistinctBy(fired => (fired.Metric, fired.Direction, fired.Level))
            .Select(fired => (Fired: fired, Passed: PassedBy(end, fired)))
            .Where(next => next.Passed.Length > 1)
            .Select(next =>
                $"crossed {LevelWording.Level(next.Fired.Metric, next.Fired.Direction, next.Fired.Level)} "
                + $"{next.Passed.Length.ToString(CultureInfo.InvariantCulture)} times between "
                + $"{MarketTimeWording.Clock(next.Passed[0])} and {MarketTimeWording.Clock(next.Passed[^1])}"
            );

    private static DateTimeOffset[] PassedBy(End end, FiredLevel fired) =>
        [
            .. end
                .Incidents.SelectMany(incident => incident.Crossings)
                .Where(crossing => crossing.Passed(fired.Metric, fired.Direction, fired.Level))
                .Select(crossing => crossing.At)
                .Order(),
        ];

    /// <summary>The end of one thread.</summary>
    /// <param name="Incidents">What was told of it, each way.</param>
    /// <param name="Thread">The thread.</param>
    private sealed record End(IReadOnlyList<Incident> Incidents, ToldThread Thread)
    {
        /// <summary>The one with the newest figures.</summary>
        public Incident Newest { get; } = Incidents.MaxBy(StormWording.AtOf)!;

        public DateTimeOffset At => StormWording.AtOf(Newest);

        public double? Price => Newest.Target.IsBasket || Newest.Members.Count is 0 ? null : Newest.Members[0].Reading.Last;

        public double? Move =>
            Newest.News is not null ? null
            : Newest.Target.IsBasket ? Newest.MedianMove
            : Newest.Members.Count is 0 ? null
            : Newest.Members[0].Reading.DayMove;

        public Severity Severity => (Severity)Math.Max((int)(Thread.Down?.Severity ?? 0), (int)(Thread.Up?.Severity ?? 0));
    }
}
