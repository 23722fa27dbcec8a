using System.Globalization;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads the date after <c>until</c>: year, month and day, a real one.</summary>
internal static class RuleDateParser
{
    private const string Format = "yyyy-MM-dd";
    private static readonly char[] Separators = ['-', '.', '/'];

    public static DateOnly Take(RuleWords words)
    {
        var word = words.Take();
        return DateOnly.TryParseExact(word.Text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw RuleWords.Refuse(word, "expected a date such as 2026-12-31: year, month, day.", Nearest(word.Text));
    }

    /// <summary>The nearest real date of three numbers, the year first or last (then the day first).</summary>
    private static string? Nearest(string text)
    {
        var parts = text.Split(Separators);
        var numbers = parts
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToArray();
        if (numbers.Length is not 3 || numbers.Contains(-1))
        {
            return null;
        }

        var (year, day) = parts[2].Length is 4 ? (numbers[2], numbers[0]) : (numbers[0], numbers[2]);
        year = Math.Clamp(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year);
        var month = Math.Clamp(numbers[1], 1, 12);
        return new DateOnly(year, month, Math.Clamp(day, 1, DateTime.DaysInMonth(year, month))).ToString(
            Format,
            CultureInfo.InvariantCulture
        );
    }
}
