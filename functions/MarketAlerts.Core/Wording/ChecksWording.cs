using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Wording;

/// <summary>What a mail says of how its figures were checked: the market's hours, the guards, the sources.</summary>
/// <param name="calendar">The market's hours.</param>
internal sealed class ChecksWording(MarketCalendar calendar)
{
    /// <summary>A line each.</summary>
    /// <param name="lead">The incident.</param>
    /// <param name="newest">Market time of the newest evidence.</param>
    public IReadOnlyList<string> Write(Incident lead, DateTimeOffset newest)
    {
        if (lead.News is not null)
        {
            return ["Headlines are their publishers' words."];
        }

        var unverified = lead.Members.Where(member => member.Reading.Unverified is true).Select(member => member.Reading.Symbol).ToArray();
        return
        [
            HoursOf(newest),
            unverified.Length is 0
                ? "Every quote passed the guards: known, newer than the last, fresh, in session; no lone jump unconfirmed."
                : $"Unverified: {string.Join(", ", unverified)}. The price fits a split or another unit that nobody announced; the "
                    + "figures may be wrong.",
            .. SourcesOf(lead),
        ];
    }

    /// <summary>Who shows the severe moves; nothing where there is no second source to ask.</summary>
    private static IEnumerable<string> SourcesOf(Incident lead)
    {
        var shown = lead
            .Members.Select(member => member.Reading)
            .Where(reading => reading.Sources is not null)
            .ToLookup(reading => reading.Sources > 1, reading => reading.Symbol);
        if (shown[true].Any())
        {
            yield return $"2 sources agree on {string.Join(", ", shown[true])}.";
        }

        if (shown[false].Any())
        {
            yield return $"1 source for {string.Join(", ", shown[false])}: no other confirmed it.";
        }
    }

    private string HoursOf(DateTimeOffset newest)
    {
        var session = calendar.SessionOn(MarketCalendar.DateOf(newest));
        return session?.PartAt(newest) switch
        {
            SessionPart.PreMarket => "Before the open: pre-market prices are thin.",
            SessionPart.AfterHours => "After the close: after-hours prices are thin.",
            null or SessionPart.Closed => "The market is closed.",
            _ when session is { ClosesEarly: true } => "Market open: regular session, early close today.",
            _ => "Market open: regular session, not a holiday.",
        };
    }
}
