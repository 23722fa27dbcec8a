using System.Globalization;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Rules;

/// <summary>What the conditions have in common: numbers, percents, and compiling to rows.</summary>
internal static class RuleParts
{
    private const decimal SmallestPercent = 0.1m;
    private const decimal LargestPercent = 1_000m;
    private const decimal SmallestPrice = 0.0001m;
    private const decimal LargestPrice = 10_000_000m;

    public static Direction[] Either { get; } = [Direction.Down, Direction.Up];

    public static AlertRule Compile(Target target, string condition, MetricId metric, Direction[] directions, decimal level) =>
        new($"{target.Display} {condition}", [.. directions.Select(direction => new Watch(target, metric, direction, Level.Of(level)))]);

    public static decimal Percent(RuleWords words)
    {
        var word = words.Peek;
        if (word.Text.Length > 0 && !word.Text.EndsWith('%'))
        {
            throw RuleWords.Refuse(word, "expected a percentage such as 5%.", IsNumber(word.Text) ? $"{word.Text}%" : null);
        }

        return Number(words, "a percentage such as 5%", SmallestPercent, LargestPercent, '%');
    }

    public static decimal Price(RuleWords words) => Number(words, "a price such as 120 or 120.50", SmallestPrice, LargestPrice);

    public static decimal Number(RuleWords words, string what, decimal smallest, decimal largest, char? unit = null)
    {
        var word = words.Take();
        var digits = unit is { } sign && word.Text.EndsWith(sign) ? word.Text[..^1] : word.Text;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            throw RuleWords.Refuse(word, $"expected {what}.");
        }

        return number >= smallest && number <= largest
            ? number
            : throw RuleWords.Refuse(word, $"out of range: from {Show(smallest)} to {Show(largest)}.");
    }

    /// <summary>A number without trailing zeros.</summary>
    public static string Show(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
