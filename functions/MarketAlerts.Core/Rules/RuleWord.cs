namespace MarketAlerts.Core.Rules;

/// <summary>A word of a rule and where it starts.</summary>
/// <param name="Text">The word.</param>
/// <param name="Position">Its first character, from 0.</param>
internal readonly record struct RuleWord(string Text, int Position)
{
    public bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
