using System.Globalization;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>One row of the list of halts.</summary>
/// <param name="Symbol">Whose trading stops.</param>
/// <param name="HaltedAt">From when (UTC).</param>
/// <param name="Code">The reason's code, or empty.</param>
/// <param name="ResumedAt">When it goes on (UTC), or null while nobody knows.</param>
/// <param name="IsWhole">False when what it says of the resumption makes no sense.</param>
internal sealed record HaltRow(Symbol Symbol, DateTimeOffset HaltedAt, string Code, DateTimeOffset? ResumedAt, bool IsWhole)
{
    private const int LongestCode = 8;
    private static readonly string[] Times = ["HH:mm:ss", "HH:mm:ss.FFFFFFF", "H:mm:ss", "H:mm:ss.FFFFFFF", "HH:mm"];
    private static readonly string[] Dates = ["MM/dd/yyyy", "M/d/yyyy"];

    /// <summary>Null when the row names no symbol or no time.</summary>
    public static HaltRow? Read(FeedItem item)
    {
        if (
            !Symbol.TryParse(Text(item, "IssueSymbol"), out var symbol)
            || TimeOf(Text(item, "HaltDate"), Text(item, "HaltTime")) is not { } halted
        )
        {
            return null;
        }

        var (date, time) = (Text(item, "ResumptionDate"), Text(item, "ResumptionTradeTime"));
        var resumed = TimeOf(date is "" ? Text(item, "HaltDate") : date, time);
        var isWhole = time is "" || resumed >= halted;
        return new HaltRow(symbol, halted, CodeOf(Text(item, "ReasonCode")), isWhole ? resumed : null, isWhole);
    }

    private static string Text(FeedItem item, string name) =>
        HtmlToText.Fold(item.Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Text ?? "");

    private static string CodeOf(string text) =>
        text.Length <= LongestCode && text.All(char.IsAsciiLetterOrDigit) ? text.ToUpperInvariant() : "";

    /// <summary>The list's times are New York's.</summary>
    private static DateTimeOffset? TimeOf(string date, string time)
    {
        var culture = CultureInfo.InvariantCulture;
        if (
            !DateOnly.TryParseExact(date, Dates, culture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParseExact(time, Times, culture, DateTimeStyles.None, out var hour)
            || day.Year is < 1990 or > 2100
        )
        {
            return null;
        }

        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, MarketCalendar.NewYork.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>What a poll of the halts gave.</summary>
/// <param name="Rows">All that the list holds, read before or not; nothing when nothing changed.</param>
/// <param name="Version">What to ask with the next time.</param>
/// <param name="NotModified">Nothing changed since the version that was asked about.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record HaltAnswer(HaltRows Rows, FeedVersion Version, bool NotModified, TimeSpan? RetryAfter);

/// <summary>What the list of halts says.</summary>
/// <param name="Events">Halts and resumptions of known symbols, the earliest first, each once.</param>
/// <param name="BadRows">How many rows were skipped, or lost their resumption, because they make no sense.</param>
public sealed record HaltRows(IReadOnlyList<ListingEvent> Events, int BadRows);
