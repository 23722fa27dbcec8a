using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Reads the dates of feeds: RFC 822, 1123 and 3339, W3CDTF and what is written instead (two-digit years, no seconds, no time, full month
/// names, zones of four letters and of two). A date without a zone is UTC; one that cannot be, such as 31 June or hour 25, is unknown.
/// </summary>
internal static partial class FeedDates
{
    private const int Longest = 64;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const int Century = 2000;
    private const string Time =
        @"(?:[T,\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?)?";
    private const string Zone = @"\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC|UT)?[+-]\d{2}:?(?:\d{2})?)?(?:\s*\([^)]*\))?$";

    /// <summary>The time in UTC, or null when the text is none that can be.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        foreach (var form in (ReadOnlySpan<Regex>)[YearFirst(), DayFirst(), MonthFirst(), YearLast()])
        {
            if (form.Match(trimmed) is { Success: true } match)
            {
                return Read(match);
            }
        }

        return null;
    }

    private static DateTimeOffset? Read(Match match)
    {
        var (year, month, day) = (YearOf(match.Groups["year"].Value), MonthOf(match.Groups["month"].Value), Number(match, "day"));
        var (hour, minute, second) = (HourOf(match), Number(match, "minute"), Number(match, "second"));
        if (
            year is < FirstYear or > LastYear
            || month is 0
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 60
        )
        {
            return null;
        }

        var local = new DateTime(year, month, day, hour, minute, Math.Min(second, 59)).AddTicks(FractionOf(match));
        return FeedZones.OffsetOf(match.Groups["zone"].Value, local) is { } offset
            ? new DateTimeOffset(local, offset).ToUniversalTime()
            : null;
    }

    private static int HourOf(Match match)
    {
        var hour = Number(match, "hour");
        return match.Groups["half"].Value switch
        {
            "" => hour,
            _ when hour is 0 or > 12 => int.MaxValue,
            ['a' or 'A', ..] => hour % 12,
            _ => (hour % 12) + 12,
        };
    }

    private static int YearOf(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year : year + (year < 70 ? Century : Century - 100);
    }

    private static int MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : 0;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.AsSpan(0, 12);
        for (var month = 0; month < names.Length && text.Length >= 3; month++)
        {
            if (
                names[month].StartsWith(text, StringComparison.OrdinalIgnoreCase)
                || (month is 8 && text.Equals("Sept", StringComparison.OrdinalIgnoreCase))
            )
            {
                return month + 1;
            }
        }

        return 0;
    }

    private static long FractionOf(Match match) =>
        long.Parse(match.Groups["fraction"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);

    private static int Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>\d{4})[-/]?(?<month>\d{2})[-/]?(?<day>\d{2})" + Time + Zone)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:[A-Za-z]+\.?,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>[A-Za-z]+)\.?,?[\s-]+(?<year>\d{4}|\d{2})" + Time + Zone)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?:[A-Za-z]+\.?,?\s+)?(?<month>[A-Za-z]+)\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})" + Time + Zone)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^[A-Za-z]+\s+(?<month>[A-Za-z]+)\s+(?<day>\d{1,2})" + Time + @"\s+(?<year>\d{4})(?<zone>)$")]
    private static partial Regex YearLast();
}
