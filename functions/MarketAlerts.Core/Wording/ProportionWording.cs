using System.Globalization;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Wording;

/// <summary>
/// Puts a move into proportion: what the market does, and when there was last as much of it. Only what was computed is said; nothing is
/// guessed.
/// </summary>
internal static class ProportionWording
{
    /// <summary>The fewest earlier sessions that a comparison is worth.</summary>
    public const int FewestSessions = 10;

    /// <summary>A sentence or two, or null when there is nothing to compare with.</summary>
    /// <param name="incident">The incident with the newest figures of its members.</param>
    /// <param name="kind">What the mail is: whoever is told that it is over needs no comparison.</param>
    /// <param name="snapshot">How it stands.</param>
    public static string? Compare(Incident incident, MailKind kind, MarketSnapshot snapshot)
    {
        if (incident.News is not null || kind is MailKind.Corrected or MailKind.NextSession)
        {
            return null;
        }

        string[] sentences =
        [
            .. BenchmarkOf(snapshot),
            .. kind is MailKind.Recovered or MailKind.Undone or MailKind.Resumed ? [] : EarlierOf(incident, snapshot),
        ];
        return sentences.Length is 0 ? null : string.Join(' ', sentences);
    }

    private static IEnumerable<string> BenchmarkOf(MarketSnapshot snapshot) =>
        snapshot.Benchmarks.Count is 0
            ? []
            : [string.Join(", ", snapshot.Benchmarks.Select(mark => $"{mark.Symbol} {MailWording.Move(mark.DayMove)}")) + "."];

    private static IEnumerable<string> EarlierOf(Incident incident, MarketSnapshot snapshot)
    {
        var own =
            incident.Target.IsBasket ? snapshot.Basket?.MedianMove ?? incident.MedianMove
            : incident.Target.Symbol is { } symbol ? incident.Find(symbol)?.Reading.DayMove
            : null;
        if (own is not { } move || snapshot.EarlierMoves.Count < FewestSessions || Along(move, incident.Direction) <= 0)
        {
            yield break;
        }

        var way = incident.Direction is Direction.Down ? "fall" : "rise";
        var count = snapshot.EarlierMoves.Count.ToString(CultureInfo.InvariantCulture);
        var largest = snapshot.EarlierMoves.MaxBy(earlier => Along(earlier, incident.Direction));
        var larger = snapshot.EarlierMoves.Count(earlier => Along(earlier, incident.Direction) >= Along(move, incident.Direction));
        var whose = incident.Target.IsBasket ? " of the median" : "";
        yield return (larger, Along(largest, incident.Direction)) switch
        {
            (0, > 0) => $"The largest {way}{whose} in {count} sessions; before it {MailWording.Move(largest)}.",
            (0, _) => $"The only {way}{whose} in {count} sessions.",
            _ => $"As large a {way}{whose} on {larger.ToString(CultureInfo.InvariantCulture)} of the last {count} sessions, "
                + $"{MailWording.Move(largest)} at most.",
        };
    }

    /// <summary>How far a move goes in a direction, in percent; negative on the other side.</summary>
    private static double Along(double move, Direction direction) => direction is Direction.Down ? -move : move;
}
