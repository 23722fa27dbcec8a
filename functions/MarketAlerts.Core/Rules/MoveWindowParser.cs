using System.Globalization;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads the window after <c>in</c>: <c>15m</c>, also <c>15min</c>, <c>15 minutes</c> and <c>1h</c>.</summary>
internal static class MoveWindowParser
{
    private const int MinutesPerHour = 60;
    private static readonly long[] Windows = [5, 15, 30, 60];
    private static readonly string[] MinuteUnits = ["m", "min", "mins", "minute", "minutes"];
    private static readonly string[] HourUnits = ["h", "hr", "hour", "hours"];

    public static (MetricId Metric, string Text) Take(RuleWords words)
    {
        var word = words.Take();
        var digits = word.Text.Length - word.Text.AsSpan().TrimStart("0123456789").Length;
        var unit = digits == word.Text.Length && FactorOf(words.Peek.Text) is not null ? words.Take().Text : word.Text[digits..];
        if (digits is 0)
        {
            throw Refuse(word, null);
        }

        // A number too long to read is longer than every window.
        var number = int.TryParse(word.Text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : int.MaxValue;
        var minutes = (long)number * (FactorOf(unit) ?? 1);
        return FactorOf(unit) is not null && Windows.Contains(minutes)
            ? (MetricOf(minutes), $"in {Show(minutes)}")
            : throw Refuse(word, Show(Windows.MinBy(window => Math.Abs(window - minutes))));
    }

    private static RuleRefusedException Refuse(RuleWord word, string? nearest) =>
        RuleWords.Refuse(word, "the windows are 5m, 15m, 30m and 60m.", nearest);

    private static int? FactorOf(string unit) =>
        MinuteUnits.Contains(unit, StringComparer.OrdinalIgnoreCase) ? 1
        : HourUnits.Contains(unit, StringComparer.OrdinalIgnoreCase) ? MinutesPerHour
        : null;

    private static string Show(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes}m");

    private static MetricId MetricOf(long minutes) =>
        minutes switch
        {
            5 => MetricId.Move5m,
            15 => MetricId.Move15m,
            30 => MetricId.Move30m,
            _ => MetricId.Move60m,
        };
}
