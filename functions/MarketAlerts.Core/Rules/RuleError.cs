namespace MarketAlerts.Core.Rules;

/// <summary>Why a rule was refused, pointing at the word.</summary>
/// <param name="Position">Where the word starts in the text, from 0; the text's length when a word is missing.</param>
/// <param name="Word">The word, empty when one is missing.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
/// <param name="Suggestion">The nearest right word, or null.</param>
public sealed record RuleError(int Position, string Word, string Problem, string? Suggestion)
{
    /// <summary>One sentence for a log, a page or a terminal.</summary>
    public override string ToString()
    {
        var where = Word.Length is 0 ? $"at the end (column {Position + 1})" : $"at '{Word}' (column {Position + 1})";
        return Suggestion is null ? $"{where}: {Problem}" : $"{where}: {Problem} Did you mean '{Suggestion}'?";
    }
}
