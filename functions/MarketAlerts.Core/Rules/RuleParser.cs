
namespace MarketAlerts.Core.Rules;

/// <summary>
/// Reads rules such as <c>NVDA falls 5% today</c>, <c>NVDA below 120</c>, <c>#chips notable</c>, <c>#chips median falls 3.5%</c> and
/// <c>any of #chips falls 5% today</c>. The whole language: docs/rules.md.
/// </summary>
public static class RuleParser
{
    /// <summary>The longest rule accepted, in characters.</summary>
    public const int MaximumLength = 200;

    /// <summary>Reads one rule; never throws on text.</summary>
    public static RuleParse Parse(string text, RuleVocabulary vocabulary)
    {
        if (text.Length > MaximumLength)
        {
            return new RuleParse(null, new RuleError(MaximumLength, "", $"a rule has at most {MaximumLength} characters.", null));
        }

        var words = new RuleWords(text);
        try
        {
            return new RuleParse(Read(words, vocabulary), null);
        }
        catch (RuleRefusedException refused)
        {
            return new RuleParse(null, refused.Error);
        }
    }

    private static AlertRule Read(RuleWords words, RuleVocabulary vocabulary)
    {
        var target = RuleTargetReader.Read(words, vocabulary);
        var rule = target.IsBasket ? BasketCondition.Read(words, target) : SymbolCondition.Read(words, target);
        return words.AtEnd ? rule : throw RuleWords.Refuse(words.Peek, "the rule is complete before this word; leave it out.");
    }
}
