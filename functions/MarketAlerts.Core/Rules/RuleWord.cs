namespace MarketAlerts.Core.Rules;

/// <summary>A word of a rule, or a phrase in quotes, and where it starts.</summary>
/// <param name="Text">The word; a phrase with its quotes.</param>
/// <param name="Position">Its first character, from 0.</param>
internal readonly record struct RuleWord(string Text, int Position)
{
    public bool IsMissing => Text.Length is 0;

    public bool IsPhrase => !IsMissing && NewsPhrase.IsQuote(Text[0]);

    public bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
