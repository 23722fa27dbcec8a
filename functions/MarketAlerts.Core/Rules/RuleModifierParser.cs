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
