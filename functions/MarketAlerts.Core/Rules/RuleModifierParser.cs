using System.Globalization;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads the modifiers at the end of a rule, each at most once, in any order.</summary>
internal static class RuleModifierParser
{
    private static readonly string[] Words = ["every", "until", "once", "and"];

    public static bool IsModifier(RuleWord word) => Words.Contains(word.Text, StringComparer.OrdinalIgnoreCase);

    public static RuleModifiers Read(RuleWords words, RuleCondition condition, RuleVocabulary vocabulary)
    {
        var modifiers = RuleModifiers.None;
        while (!words.AtEnd)
        {
            var word = words.Take();
            modifiers = word.Text.ToLowerInvariant() switch
            {
                "every" => modifiers with { Step = First(word, modifiers.Step is null) ? StepAfter(word, words, condition) : null },
                "until" => modifiers with { Until = First(word, modifiers.Until is null) ? RuleDateParser.Take(words) : null },
                "once" => modifiers with { Once = First(word, !modifiers.Once) },
                "and" => modifiers with { AndNews = First(word, modifiers.AndNews is null) ? NewsAfter(words, vocabulary) : null },
                _ => throw Unknown(word),
            };
        }

        return modifiers;
    }

    private static bool First(RuleWord word, bool first) =>
        first ? true : throw RuleWords.Refuse(word, $"'{word.Text.ToLowerInvariant()}' is there already; leave it out.");

    private static RuleRefusedException Unknown(RuleWord word) =>
        NearestWord.To(word.Text, Words) is { } nearest
            ? RuleWords.Refuse(word, $"after the condition comes one of: {string.Join(", ", Words)}.", nearest)
            : RuleWords.Refuse(word, "the rule is complete before this word; leave it out.");

    private static decimal StepAfter(RuleWord every, RuleWords words, RuleCondition condition)
    {
        if (!condition.RunsOn)
        {
            throw RuleWords.Refuse(
                every,
                "'every' goes with today, since open, windows, pre-market, after-hours, vs benchmark and median only; leave it out."
            );
        }

        var step = RuleNumber.Step.Take(words);
        words.Expect("further", "after the step comes 'further'.");
        return step;
    }

    private static NewsCondition NewsAfter(RuleWords words, RuleVocabulary vocabulary)
    {
        words.Expect("news", "after 'and' comes 'news' and a symbol or a phrase in quotes.");
        return NewsConditionParser.Read(words, vocabulary);
    }
}

/// <summary>
/// What comes after the condition: any of <c>every 2% further</c>, <c>until 2026-12-31</c>, <c>once</c>, <c>and news "DeepSeek"</c>.
/// </summary>
internal sealed record RuleModifiers(decimal? Step, DateOnly? Until, bool Once, NewsCondition? AndNews)
{
    public static RuleModifiers None { get; } = new(null, null, false, null);

    /// <summary>Canonical, in a fixed order, each with a space before it.</summary>
    public string Text =>
        string.Concat(
            Step is { } step ? $" every {RuleNumber.Show(step)}% further" : "",
            Until is { } until ? $" until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "",
            Once ? " once" : "",
            AndNews is { } news ? $" and news {news.Display}" : ""
        );
}

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
