using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads the target: <c>NVDA</c>, <c>#chips</c> or <c>any of #chips</c>.</summary>
internal static class RuleTargetReader
{
    public static Target Read(RuleWords words, RuleVocabulary vocabulary)
    {
        if (words.TakeIf("any"))
        {
            return words.TakeIf("of")
                ? Target.OfAnyIn(Basket(words, vocabulary))
                : throw RuleWords.Refuse(words.Peek, "after 'any' comes 'of' and a basket.", "of");
        }

        return words.Peek.Text.StartsWith('#')
            ? Target.OfBasket(Basket(words, vocabulary))
            : Target.OfSymbol(KnownSymbol(words, vocabulary));
    }

    private static string Basket(RuleWords words, RuleVocabulary vocabulary)
    {
        var word = words.Take();
        var name = word.Text.StartsWith('#') ? word.Text[1..].ToLowerInvariant() : "";
        return vocabulary.Baskets.Contains(name)
            ? name
            : throw RuleWords.Refuse(
                word,
                "no basket of this name.",
                NearestWord.To(word.Text, vocabulary.Baskets.Select(known => $"#{known}")));
    }

    private static Symbol KnownSymbol(RuleWords words, RuleVocabulary vocabulary)
    {
        var word = words.Take();
        if (word.Text.Length is 0)
        {
            throw RuleWords.Refuse(word, "a rule starts with a symbol such as NVDA or a basket such as #chips.");
        }

        return Symbol.TryParse(word.Text, out var symbol) && vocabulary.Knows(symbol)
            ? symbol
            : throw RuleWords.Refuse(word, "unknown symbol.", NearestWord.To(word.Text, vocabulary.Symbols.Select(known => known.Text)));
    }
}
