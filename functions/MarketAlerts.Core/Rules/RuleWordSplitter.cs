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
