using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// Reads rules such as <c>NVDA falls 5% today</c>, <c>any of #chips falls 3% in 15m every 2% further</c>, <c>#chips notable until
/// 2026-12-31</c> and <c>news "DeepSeek" once</c>. The whole language: docs/rules.md.
/// </summary>
public static class RuleParser
{
    /// <summary>The longest rule accepted, in characters, as written and as printed.</summary>
    public const int MaximumLength = 200;

    /// <summary>Reads one rule; never throws on text.</summary>
    public static RuleParse Parse(string text, RuleVocabulary vocabulary)
    {
        if (text.Length > MaximumLength)
        {
            return new RuleParse(null, TooLong(MaximumLength));
        }

        try
        {
            var rule = Read(new RuleWords(text), vocabulary);
            return rule.Text.Length > MaximumLength ? new RuleParse(null, TooLong(text.Length)) : new RuleParse(rule, null);
        }
        catch (RuleRefusedException refused)
        {
            return new RuleParse(null, refused.Error);
        }
    }

    private static Rule Read(RuleWords words, RuleVocabulary vocabulary)
    {
        var condition = words.TakeIf("news") ? NewsConditionParser.ReadRule(words, vocabulary) : ReadFigure(words, vocabulary);
        return RuleCompiler.Compile(condition, RuleModifierParser.Read(words, condition, vocabulary));
    }

    private static RuleCondition ReadFigure(RuleWords words, RuleVocabulary vocabulary)
    {
        var target = RuleTargetParser.Read(words, vocabulary);
        return target.IsBasket ? BasketConditionParser.Read(words, target) : SymbolConditionParser.Read(words, target);
    }

    private static RuleError TooLong(int position) => new(position, "", $"a rule has at most {MaximumLength} characters.", null);
}

/// <summary>The answer of the parser: a rule or an error, never both.</summary>
/// <param name="Rule">The rule, or null.</param>
/// <param name="Error">The error, or null.</param>
public sealed record RuleParse(Rule? Rule, RuleError? Error);

/// <summary>Reads what comes after a basket: <c>notable</c>, <c>severe</c>, <c>median falls 3.5%</c> or <c>breadth falls 70%</c>.</summary>
internal static class BasketConditionParser
{
    private static readonly string[] Words = ["notable", "severe", "median", "breadth"];

    public static RuleCondition Read(RuleWords words, Target target)
    {
        var word = words.Take();
        return word.Text.ToLowerInvariant() switch
        {
            "notable" => RuleCondition.Create(target, "notable", MetricId.Tier, RuleVerbs.Either, 1),
            "severe" => RuleCondition.Create(target, "severe", MetricId.Tier, RuleVerbs.Either, 2),
            "median" => Figure(words, target, "median", MetricId.MedianMove, RuleNumber.Percent),
            "breadth" => Figure(words, target, "breadth", MetricId.Breadth, RuleNumber.Share),
            _ => throw RuleWords.Refuse(
                word,
                $"a basket as a whole is 'notable', 'severe', 'median falls 3.5%' or 'breadth falls 70%'; for its members write "
                    + $"'any of {target.Display} ...'.",
                NearestWord.To(word.Text, Words)
            ),
        };
    }

    private static RuleCondition Figure(RuleWords words, Target target, string name, MetricId metric, RuleNumber kind)
    {
        var (verb, directions) = RuleVerbs.TakeAfter(name, words);
        var number = kind.Take(words);
        return RuleCondition.Create(target, $"{name} {verb} {RuleNumber.Show(number)}%", metric, directions, number);
    }
}

/// <summary>Why a rule was refused, pointing at the word.</summary>
/// <param name="Position">Where the word starts in the text, from 0; the text's length when a word is missing.</param>
/// <param name="Word">The word, empty when one is missing.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
/// <param name="Suggestion">The nearest right word, or null.</param>
public sealed record RuleError(int Position, string Word, string Problem, string? Suggestion)
{
    /// <summary>One sentence for a log, a page or a terminal.</summary>
    public override string ToString()
    {
        var where = Word.Length is 0 ? $"at the end (column {Position + 1})" : $"at '{Word}' (column {Position + 1})";
        return Suggestion is null ? $"{where}: {Problem}" : $"{where}: {Problem} Did you mean '{Suggestion}'?";
    }
}
