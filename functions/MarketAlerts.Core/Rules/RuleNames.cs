using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads the names that the vocabulary knows.</summary>
internal static class RuleNames
{
    private static readonly string[] FirstWords = ["any", "news"];

    public static string TakeBasket(RuleWords words, RuleVocabulary vocabulary)
    {
        var word = words.Take();
        var name = word.Text.StartsWith('#') ? word.Text[1..].ToLowerInvariant() : "";
        return vocabulary.Knows(name)
            ? name
            : throw RuleWords.Refuse(word, "no basket of this name.", NearestWord.To(word.Text, Baskets(vocabulary)));
    }

    public static Symbol TakeSymbol(RuleWords words, RuleVocabulary vocabulary)
    {
        var word = words.Take();
        return Symbol.TryParse(word.Text, out var symbol) && vocabulary.Knows(symbol)
            ? symbol
            : throw RuleWords.Refuse(
                word,
                "unknown symbol.",
                NearestKnown(word.Text, vocabulary) ?? NearestWord.To(word.Text, FirstWords.Concat(Baskets(vocabulary)))
            );
    }

    public static string? NearestKnown(string word, RuleVocabulary vocabulary) =>
        NearestWord.To(word, vocabulary.Symbols.Select(known => known.Text));

    private static IEnumerable<string> Baskets(RuleVocabulary vocabulary) =>
        (vocabulary.Baskets ?? new HashSet<string>()).Select(known => $"#{known}");
}

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
