using System.Globalization;

namespace MarketAlerts.Core.Rules;

/// <summary>A kind of number in a rule: what it is, its limits and its unit. Read numbers count in 1/10,000, as levels do.</summary>
internal sealed record RuleNumber(string What, decimal Smallest, decimal Largest, string Unit)
{
    private const int Decimals = 4;

    public static RuleNumber Percent { get; } = new("a percentage such as 5%", 0.1m, 1_000m, "%");

    public static RuleNumber Share { get; } = new("a share such as 70%", 1m, 100m, "%");

    public static RuleNumber Step { get; } = new("a step such as 2%", 1m, 100m, "%");

    public static RuleNumber Multiple { get; } = new("a multiple such as 3x", 1m, 1_000m, "x");

    public static RuleNumber Price { get; } = new("a price such as 120 or 120.50", 0.0001m, 10_000_000m, "");

    public static RuleNumber UsualDays { get; } = new("a number of usual days, such as 3", 0.5m, 50m, "");

    /// <summary>Takes the number; refuses anything else with the nearest number of this kind.</summary>
    public decimal Take(RuleWords words)
    {
        var word = words.Take();
        if (!word.Text.EndsWith(Unit, StringComparison.OrdinalIgnoreCase) || !TryRead(word.Text[..^Unit.Length], out var number))
        {
            throw RuleWords.Refuse(word, $"expected {What}.", Nearest(word.Text));
        }

        return number >= Smallest && number <= Largest
            ? Round(number)
            : throw RuleWords.Refuse(word, $"out of range: from {Show(Smallest)} to {Show(Largest)}.", Nearest(word.Text));
    }

    /// <summary>A number without trailing zeros.</summary>
    public static string Show(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal Round(decimal number) => Math.Round(number, Decimals, MidpointRounding.AwayFromZero);

    private static bool TryRead(string digits, out decimal number) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private string? Nearest(string text) =>
        TryRead(text.Trim('$', '€', '£', '+', '-', '%', 'x', 'X'), out var number)
            ? Show(Round(Math.Clamp(number, Smallest, Largest))) + Unit
            : null;
}
