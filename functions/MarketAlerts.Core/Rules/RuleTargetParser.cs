namespace MarketAlerts.Core.Rules;

/// <summary>Reads the target: <c>NVDA</c>, <c>#chips</c> or <c>any of #chips</c>.</summary>
internal static class RuleTargetParser
{
    public static Target Read(RuleWords words, RuleVocabulary vocabulary)
    {
        if (words.TakeIf("any"))
        {
            words.Expect("of", "after 'any' comes 'of' and a basket.");
            return Target.OfAnyIn(RuleNames.TakeBasket(words, vocabulary));
        }

        if (words.AtEnd || words.Peek.IsPhrase)
        {
            var problem = "a rule starts with a symbol such as NVDA, a basket such as #chips, or 'news'.";
            throw RuleWords.Refuse(words.Peek, problem, words.AtEnd ? null : $"news {words.Peek.Text}");
        }

        return words.Peek.Text.StartsWith('#')
            ? Target.OfBasket(RuleNames.TakeBasket(words, vocabulary))
            : Target.OfSymbol(RuleNames.TakeSymbol(words, vocabulary));
    }
}
