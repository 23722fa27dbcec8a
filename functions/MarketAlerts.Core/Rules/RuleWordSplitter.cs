namespace MarketAlerts.Core.Rules;

/// <summary>Splits a rule at blanks; a phrase in quotes is one word, up to its closing quote or the end of the text.</summary>
internal static class RuleWordSplitter
{
    public static List<RuleWord> Split(string text)
    {
        var words = new List<RuleWord>();
        for (var start = 0; start < text.Length; )
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = NewsPhrase.IsQuote(text[start]) ? EndOfPhrase(text, start) : EndOfWord(text, start);
            words.Add(new RuleWord(text[start..end].TrimEnd(), start));
            start = end;
        }

        return words;
    }

    private static int EndOfPhrase(string text, int start)
    {
        var close = start + 1;
        while (close < text.Length && !NewsPhrase.IsQuote(text[close]))
        {
            close++;
        }

        return Math.Min(close + 1, text.Length);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !NewsPhrase.IsQuote(text[end]))
        {
            end++;
        }

        return end;
    }
}

/// <summary>A word of a rule, or a phrase in quotes, and where it starts.</summary>
/// <param name="Text">The word; a phrase with its quotes.</param>
/// <param name="Position">Its first character, from 0.</param>
internal readonly record struct RuleWord(string Text, int Position)
{
    public bool IsMissing => Text.Length is 0;

    public bool IsPhrase => !IsMissing && NewsPhrase.IsQuote(Text[0]);

    public bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
