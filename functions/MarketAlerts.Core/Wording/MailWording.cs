using System.Globalization;
using MarketAlerts.Core.Detection;
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
    private static readonly TimeSpan OpeningLasts = TimeSpan.FromMinutes(1);
    private const int MoversInSubject = 2;

    /// <summary>The subject of a thread's first mail: name, number and basket in its first 60 characters.</summary>
    public string Subject(Incident incident, IReadOnlyList<MailMember> members, int basketSize, double joiningPercent)
    {
        if (incident.News is { } news)
        {
            return NewsWording.Subject(news);
        }

        var severe = incident.Severity is Severity.Severe ? " [severe]" : "";
        var when = When(incident.OpenedAt);
        if (!incident.Target.IsBasket)
        {
            // The number is the day's, so its way is the day's too: a rise since the open may happen on a falling day.
            var day = members[0].DayMove < 0 ? Direction.Down : Direction.Up;
            return $"{incident.Target.Name} {Way(day)} {Size(members[0].DayMove)}% {when}, now {Price(members[0].Last)}{severe}";
        }

        var movers = string.Concat(members.Take(MoversInSubject).Select(member => $", {member.Symbol} {Move(member.DayMove)}"));
        return $"{Title(incident)} {Way(incident.Direction)}: {members.Count} of {basketSize} beyond "
            + $"{Threshold(incident, joiningPercent)} {when}{movers}{severe}";
    }

    /// <summary>One sentence that says what happened, as of this mail.</summary>
    /// <param name="incident">The incident with the newest figures of its members.</param>
    /// <param name="kind">What the mail is.</param>
    /// <param name="members">The members table.</param>
    /// <param name="basketSize">How many members the basket has.</param>
    /// <param name="joiningPercent">The threshold at which they count, in percent.</param>
    /// <param name="basket">The basket's newest figures, or null.</param>
    public static string Headline(
        Incident incident,
        MailKind kind,
        IReadOnlyList<MailMember> members,
        int basketSize,
        double joiningPercent,
        BasketReading? basket = null
    )
    {
        var now = incident.Target.IsBasket
            ? BasketNow(incident, basket)
            : $"{members[0].Symbol} stands at {Price(members[0].Last)}, {Move(members[0].DayMove)} against the previous close";
        switch (kind)
        {
            case MailKind.Recovered:
                return $"RECOVERED: {now}.";
            case MailKind.Corrected:
                return $"CORRECTED: {Revised(incident)}; {now}.";
            case MailKind.CloseOfDay:
                return $"At the close: {now}.";
            case MailKind.NextSession:
                return $"{(incident.State is IncidentState.Open ? "It goes on" : "It does not go on")} in the next session: {now}.";
            default:
                break;
        }

        var fresh = members.Where(member => member.IsNew).Select(member => $"{member.Symbol} {Move(member.DayMove)}").ToArray();
        if (kind is MailKind.Update && fresh.Length > 0 && incident.Target.IsBasket)
        {
            return $"New among the notable members: {string.Join(", ", fresh)}.";
        }

        return incident.Target.IsBasket ? BasketHeadline(incident, members, basketSize, joiningPercent) : SymbolHeadline(members[0]);
    }

    /// <summary>An incident in one sentence within the message of another.</summary>
    public string Line(Incident incident)
    {
        if (incident.News is { } news)
        {
            return NewsWording.Headline(news);
        }

        var since = When(incident.OpenedAt);
        return incident.Target.IsBasket
            ? $"{BasketNow(incident, null)}, {incident.Members.Count} members in it, began {since}."
            : $"{Move(incident.Members[0].Reading.DayMove)} against the previous close at "
                + $"{Price(incident.Members[0].Reading.Last)}, began {since}.";
    }

    private static string BasketNow(Incident incident, BasketReading? basket) =>
        $"the median of {Title(incident)} stands at {Move(basket?.MedianMove ?? incident.MedianMove ?? 0)} against the previous close";

    private static string Revised(Incident incident) =>
        incident.Revised.Count is 1
            ? $"the close that {incident.Revised[0].Symbol} is measured against has been revised"
            : $"the closes that {string.Join(", ", incident.Revised.Select(revision => revision.Symbol))} are measured against have "
                + "been revised";

    /// <summary>A signed percentage with one decimal, such as <c>-12.5%</c>.</summary>
    public static string Move(double percent) => percent.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A price with two decimals, four below one dollar.</summary>
    public static string Price(double price) => price.ToString(price < 1 ? "0.0000" : "#,0.00", CultureInfo.InvariantCulture);

    private static string BasketHeadline(Incident incident, IReadOnlyList<MailMember> members, int basketSize, double joiningPercent)
    {
        var adverb = incident.Severity is Severity.Severe ? "sharply " : "";
        var way = incident.Direction is Direction.Down ? "lower" : "higher";
        return $"{Title(incident)} trade {adverb}{way}. Median of {basketSize} names {Move(incident.MedianMove ?? 0)}, "
            + $"{members.Count} of them beyond {Threshold(incident, joiningPercent)}.";
    }

    private static string Threshold(Incident incident, double joiningPercent) =>
        $"{(incident.Direction is Direction.Down ? "-" : "+")}{joiningPercent.ToString("0.##", CultureInfo.InvariantCulture)}%";

    private static string SymbolHeadline(MailMember member)
    {
        var usual = member.UsualDay is { } day
            ? $" A usual day is {day.ToString("0.0", CultureInfo.InvariantCulture)}%, "
                + $"so this is {(Math.Abs(member.DayMove) / day).ToString("0.0", CultureInfo.InvariantCulture)} times usual."
            : "";
        return $"{member.Symbol} stands at {Price(member.Last)}, {Move(member.DayMove)} against the previous close.{usual}";
    }

    private static string Title(Incident incident)
    {
        var name = incident.Target.Name;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Way(Direction direction) => direction is Direction.Down ? "down" : "up";

    private static string Size(double percent) => Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture);

    private string When(DateTimeOffset marketTime)
    {
        var session = calendar.SessionOn(MarketCalendar.DateOf(marketTime));
        return session is not null && marketTime - session.Open < OpeningLasts
            ? "at the open"
            : "at " + TimeZoneInfo.ConvertTime(marketTime, MarketCalendar.NewYork).ToString("HH:mm 'ET'", CultureInfo.InvariantCulture);
    }
}
