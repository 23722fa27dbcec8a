namespace MarketAlerts.Core.Rules;

/// <summary>
/// Reads rules such as <c>NVDA falls 5% today</c>, <c>any of #chips falls 3% in 15m every 2% further</c>, <c>#chips notable until 2026-12-31</c> and
/// <c>news "DeepSeek" once</c>. The whole language: docs/rules.md.
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
