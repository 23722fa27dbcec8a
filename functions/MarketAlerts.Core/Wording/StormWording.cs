using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Wording;

/// <summary>The words of a storm: how many of a subscriber's targets go one way, and a line for each.</summary>
internal static class StormWording
{
    private const int NamesInSubject = 2;

    /// <summary>The subject of a thread that begins with it.</summary>
    public static string Subject(FlushPlan plan)
    {
        var severe = plan.Lead.Severity is Severity.Severe ? " [severe]" : "";
        var movers = plan.Carried.Take(NamesInSubject).Select(incident => $", {incident.About} {MailWording.Move(MoveOf(incident))}");
        var when = MarketTimeWording.Clock(AsOf(plan));
        return $"{Count(plan.Carried.Count)} of your names {WayOf(plan)} by {when}{string.Concat(movers)}{severe}";
    }

    /// <summary>What the mail tells; the names are its lines.</summary>
    public static MailContent ContentOf(FlushPlan plan) =>
        new(
            MailKind.Storm,
            Headline(plan),
            plan.Storm!.Id,
            "your names",
            plan.Lead.Direction,
            plan.Carried.Max(incident => incident.Severity),
            [],
            [],
            [],
            [],
            []
        )
        {
            Subject = Subject(plan),
            AsOf = AsOf(plan),
        };

    /// <summary>A line for each name, the severest first.</summary>
    public static IEnumerable<MailLine> Lines(FlushPlan plan) =>
        plan.Carried.Select(incident => new MailLine(AtOf(incident), incident.About, TextOf(incident), incident.Severity));

    /// <summary>When an incident's newest figure is of.</summary>
    public static DateTimeOffset AtOf(Incident incident) =>
        incident.Target.IsBasket
            ? incident.FiguresAt ?? incident.OpenedAt
            : incident.Members.Select(member => member.Reading.QuoteTime).DefaultIfEmpty(incident.OpenedAt).Max();

    private static string Headline(FlushPlan plan)
    {
        var moves = plan.Carried.Select(MoveOf).Order().ToArray();
        var median = (moves[(moves.Length - 1) / 2] + moves[moves.Length / 2]) / 2;
        var fresh = plan.Carried.Count(incident => !(plan.Storm!.Before?.Names ?? []).Contains(incident.Target));
        var news =
            plan.Storm!.Before is null || fresh is 0
                ? ""
                : $", {Count(fresh)} of them new since {MarketTimeWording.Clock(plan.Storm.Before.ToldAt)}";
        return $"{Count(plan.Carried.Count)} of your names are {WayOf(plan)} together{news}: their median is "
            + $"{MailWording.Move(median)}, {plan.Lead.About} {MailWording.Move(MoveOf(plan.Lead))}.";
    }

    private static string TextOf(Incident incident) =>
        incident.Target.IsBasket
            ? $"its median is {MailWording.Move(MoveOf(incident))}."
            : $"{MailWording.Move(MoveOf(incident))} at {MailWording.Price(incident.Members[0].Reading.Last)}.";

    private static double MoveOf(Incident incident) =>
        incident.Target.IsBasket || incident.Members.Count is 0 ? incident.MedianMove ?? 0 : incident.Members[0].Reading.DayMove;

    private static DateTimeOffset AsOf(FlushPlan plan) => plan.Carried.Max(AtOf);

    private static string WayOf(FlushPlan plan) => plan.Lead.Direction is Direction.Down ? "down" : "up";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
