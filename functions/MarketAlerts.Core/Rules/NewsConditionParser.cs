using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>Reads what comes after <c>news</c>: a symbol, a phrase in quotes, or a symbol and a phrase.</summary>
internal static class NewsConditionParser
{
    private const string Expected = "after 'news' comes a symbol such as NVDA or a phrase in quotes such as \"DeepSeek\".";

    /// <summary>A rule on news, or with a multiple such as <c>3x</c> on a burst of it.</summary>
    public static RuleCondition ReadRule(RuleWords words, RuleVocabulary vocabulary)
    {
        var news = Read(words, vocabulary);
        var text = $"news {news.Display}";
        if (words.Peek.Text is not [>= '0' and <= '9', ..])
        {
            return new RuleCondition(news.Target, text, MetricId.Mentions, RuleVerbs.Up, 1) { News = news };
        }

        var multiple = RuleNumber.Multiple.Take(words);
        return new RuleCondition(news.Target, $"{text} {RuleNumber.Show(multiple)}x", MetricId.Burst, RuleVerbs.Up, multiple)
        {
            News = news,
        };
    }

    /// <summary>What the news is about.</summary>
    public static NewsCondition Read(RuleWords words, RuleVocabulary vocabulary)
    {
        if (words.Peek.IsPhrase)
        {
            return new NewsCondition(null, TakePhrase(words));
        }

        var symbol = TakeSymbol(words, vocabulary);
        return new NewsCondition(symbol, words.Peek.IsPhrase ? TakePhrase(words) : null);
    }

    /// <summary>
    /// A modifier is no symbol, even where any well-formed symbol is accepted; an unknown word may be a phrase without its quotes.
    /// </summary>
    private static Symbol TakeSymbol(RuleWords words, RuleVocabulary vocabulary)
    {
        var word = words.Take();
        if (word.IsMissing || RuleModifierParser.IsModifier(word))
        {
            throw RuleWords.Refuse(word, Expected);
        }

        return Symbol.TryParse(word.Text, out var symbol) && vocabulary.Knows(symbol)
            ? symbol
            : throw RuleWords.Refuse(word, Expected, RuleNames.NearestKnown(word.Text, vocabulary) ?? $"\"{word.Text}\"");
    }

    private static string TakePhrase(RuleWords words)
    {
        var word = words.Take();
        if (word.Text.Length < 2 || !NewsPhrase.IsQuote(word.Text[^1]))
        {
            throw RuleWords.Refuse(
                word,
                "the phrase has no closing quote.",
                word.Text.Length > 2 ? $"\"{NewsPhrase.Tidy(word.Text[1..])}\"" : null
            );
        }

        var phrase = NewsPhrase.Tidy(word.Text[1..^1]);
        if (phrase.Length is < NewsPhrase.Shortest or > NewsPhrase.Longest)
        {
            throw RuleWords.Refuse(word, $"a phrase has {NewsPhrase.Shortest} to {NewsPhrase.Longest} characters.");
        }

        return NewsPhrase.IsClean(word.Text) ? phrase : throw RuleWords.Refuse(word, "a phrase has no control characters.");
    }
}
