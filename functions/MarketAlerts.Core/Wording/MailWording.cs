using System.Globalization;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Wording;

/// <summary>
/// The words of subjects and headlines. What else a mail says is beside it in this folder, sentence by sentence; badges and what comes next
/// are in Adapters/Mail/KindWording, and everything fixed in Adapters/Mail/Templates.
/// </summary>
/// <param name="calendar">The market's hours, to say when.</param>
public sealed class MailWording(MarketCalendar calendar)
{
    private const int MoversInSubject = 2;

    private readonly MarketTimeWording _times = new(calendar);
    private readonly LevelWording _levels = new(new MarketTimeWording(calendar));

    /// <summary>The subject of a thread's first mail: name, number and basket in its first 60 characters.</summary>
    /// <param name="told">What is told.</param>
    public string Subject(ToldFigures told)
    {
        var incident = told.Incident;
        if (incident.News is { } news)
        {
            return NewsWording.Subject(news);
        }

        var severe = incident.Severity is Severity.Severe ? " [severe]" : "";
        if (!incident.Target.IsBasket)
        {
            var member = told.Members[0];
            var what = told.Passed is { Reading: not null } passed
                ? _levels.Subject(member.Symbol, passed)
                : $"{member.Symbol} {Way(member.DayMove)} {Size(member.DayMove)}% {_times.At(told.AsOf)}, {Price(member.Last)}";
            return what + severe + (incident.Members[0].Reading.Unverified is true ? " [unverified]" : "");
        }

        var moving = MovingOf(told);
        var movers = string.Concat(moving.Take(MoversInSubject).Select(member => $", {member.Symbol} {Move(member.DayMove)}"));
        return $"{Title(incident)} {Way(incident.Direction)}: {moving.Length} of {told.BasketSize} beyond {Threshold(told)} "
            + $"{_times.At(told.AsOf)}{movers}{severe}";
    }

    /// <summary>What happened and how it stands, as of this mail.</summary>
    /// <param name="kind">What the mail is.</param>
    /// <param name="told">What is told.</param>
    public string Headline(MailKind kind, ToldFigures told)
    {
        var incident = told.Incident;
        if (incident.News is not null)
        {
            return $"{Title(incident.About)} at the close: the news of the day are over.";
        }

        var stands = Stands(told);
        return kind switch
        {
            MailKind.Recovered => $"{OverWord(incident.Direction)}: {stands}.",
            MailKind.Corrected => $"CORRECTED: {Revised(incident)}; {stands}.",
            MailKind.CloseOfDay => $"At the close: {stands}.",
            MailKind.NextSession =>
                $"It goes on in the next session: {(told.Moved is { } moved ? $"{Name(incident)} {Move(moved)}" : stands)}.",
            MailKind.Escalated => $"Severe now: {(told.Passed is null ? stands + "." : Happened(told))}",
            MailKind.Worse => $"Further: {stands}.",
            MailKind.Undone => $"Half of the swing is given back: {stands}.",
            MailKind.SecondLeg => $"On again: {stands}.",
            MailKind.Resumed => $"Trading goes on: {stands}.",
            MailKind.Update
                when told.Members.Where(member => member.IsNew).ToArray() is { Length: > 0 } fresh && incident.Target.IsBasket =>
                $"New among the notable members: {string.Join(", ", fresh.Select(member => $"{member.Symbol} {Move(member.DayMove)}"))}.",
            MailKind.Reversed => $"Turned round: {Happened(told)}",
            _ => Happened(told),
        };
    }

    /// <summary>The word for a move that is over, which goes before what it stands at.</summary>
    public static string OverWord(Direction direction) => direction is Direction.Down ? "RECOVERED" : "GIVEN BACK";

    /// <summary>An incident in one sentence within the message of another.</summary>
    public string Line(Incident incident)
    {
        if (incident.News is { } news)
        {
            return NewsWording.Headline(news);
        }

        var since = _times.At(incident.OpenedAt);
        return incident.Target.IsBasket
            ? $"the median of {Name(incident)} stood at {Move(incident.MedianMove ?? 0)} against the previous close, "
                + $"{incident.Members.Count} members in it, began {since}."
            : $"{Move(incident.Members[0].Reading.DayMove)} against the previous close at "
                + $"{Price(incident.Members[0].Reading.Last)}, began {since}.";
    }

    /// <summary>The level that was passed, and how it stands where that is another quote by now.</summary>
    private string Happened(ToldFigures told)
    {
        if (told.Incident.Target.IsBasket)
        {
            var adverb = told.Incident.Severity is Severity.Severe ? "sharply " : "";
            var way = told.Incident.Direction is Direction.Down ? "lower" : "higher";
            return $"{Name(told.Incident)} trade {adverb}{way}. Median of {told.BasketSize} names {Move(told.Median ?? 0)}, "
                + $"{MovingOf(told).Length} of them beyond {Threshold(told)}.";
        }

        var member = told.Members[0];
        var usual = member.UsualDay is { } day
            ? $" A usual day is {day.ToString("0.0", CultureInfo.InvariantCulture)}%, "
                + $"so this is {(Math.Abs(member.DayMove) / day).ToString("0.0", CultureInfo.InvariantCulture)} times usual."
            : "";
        return told.Passed is not { Reading: { } quote } passed ? $"{Stands(told)}.{usual}"
            : quote.QuoteTime == told.AsOf || quote.Last == member.Last ? _levels.Sentence(member.Symbol, passed) + usual
            : $"{_levels.Sentence(member.Symbol, passed)} {Stands(told)}.{usual}";
    }

    private static string Stands(ToldFigures told) =>
        told.Incident.Target.IsBasket
            ? $"the median of {Name(told.Incident)} stands at {Move(told.Median ?? 0)} against the previous close"
            : $"{told.Members[0].Symbol} stands at {Price(told.Members[0].Last)}, {Move(told.Members[0].DayMove)} against the previous "
                + "close";

    private static MailMember[] MovingOf(ToldFigures told) =>
        [
            .. told.Members.Where(member =>
                member.DayMove < 0 == told.Incident.Direction is Direction.Down && Math.Abs(member.DayMove) >= told.JoiningPercent
            ),
        ];

    private static string Revised(Incident incident) =>
        incident.Revised.Count is 1
            ? $"the close that {incident.Revised[0].Symbol} is measured against has been revised"
            : $"the closes that {string.Join(", ", incident.Revised.Select(revision => revision.Symbol))} are measured against have "
                + "been revised";

    /// <summary>A signed percentage with one decimal, such as <c>-12.5%</c>.</summary>
    public static string Move(double percent) => percent.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A price with two decimals, four below one dollar.</summary>
    public static string Price(double price) => price.ToString(price < 1 ? "0.0000" : "#,0.00", CultureInfo.InvariantCulture);

    private static string Threshold(ToldFigures told) =>
        $"{(told.Incident.Direction is Direction.Down ? "-" : "+")}{told.JoiningPercent.ToString("0.##", CultureInfo.InvariantCulture)}%";

    private static string Name(Incident incident) => incident.Target.IsBasket ? Title(incident) : incident.Target.Name;

    private static string Title(Incident incident) => Title(incident.Target.Name);

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Way(Direction direction) => direction is Direction.Down ? "down" : "up";

    private static string Way(double move) => move < 0 ? "down" : "up";

    /// <summary>A percentage without its sign, with one decimal.</summary>
    internal static string Size(double percent) => Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture);
}

/// <summary>What a mail's subject and headline speak of: an incident and its figures at one look.</summary>
/// <param name="Incident">The incident with the figures of that look.</param>
/// <param name="Members">The members table.</param>
/// <param name="BasketSize">How many members its basket has.</param>
/// <param name="JoiningPercent">The threshold at which they count, in percent.</param>
/// <param name="AsOf">Market time of the newest figure.</param>
/// <param name="Passed">The level that made the mail; null where none did.</param>
public sealed record ToldFigures(
    Incident Incident,
    IReadOnlyList<MailMember> Members,
    int BasketSize,
    double JoiningPercent,
    DateTimeOffset AsOf,
    PassedLevel? Passed
)
{
    /// <summary>Of a basket the median day-move at that look, in percent.</summary>
    public double? Median => Incident.MedianMove;

    /// <summary>The day-move that the step itself carries, in percent, where the figures are of an earlier session; else null.</summary>
    public double? Moved { get; init; }
}
