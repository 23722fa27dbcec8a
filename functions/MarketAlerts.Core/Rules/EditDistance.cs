namespace MarketAlerts.Core.Rules;

/// <summary>
/// Optimal string alignment, regardless of case: insertions, deletions, replacements and swaps of neighbours (Damerau 1964). A column of the table is
/// two words of bits, so a comparison takes a few operations a letter (Hyyrö 2003). Candidates are ASCII: other letters match nothing.
/// </summary>
internal readonly ref struct EditDistance
{
    /// <summary>The longest word that is compared.</summary>
    public const int LongestWord = 64;

    /// <summary>How many letters can match.</summary>
    public const int Letters = 128;

    private readonly int _length;
    private readonly Span<ulong> _places;

    /// <summary>Prepares a word for many comparisons.</summary>
    /// <param name="word">1 to 64 characters.</param>
    /// <param name="places">Room for the places of each letter in the word, zeroed.</param>
    public EditDistance(string word, Span<ulong> places)
    {
        _length = word.Length;
        _places = places;
        for (var index = 0; index < word.Length; index++)
        {
            Mark(char.ToUpperInvariant(word[index]), index);
            Mark(char.ToLowerInvariant(word[index]), index);
        }
    }

    /// <summary>The edits to a candidate, or <see cref="int.MaxValue"/> when there are more than the limit.</summary>
    public int To(string candidate, int limit)
    {
        if (Math.Abs(candidate.Length - _length) > limit)
        {
            return int.MaxValue;
        }

        var last = 1UL << (_length - 1);
        var edits = _length;
        var (rises, falls, diagonal, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        foreach (var letter in candidate)
        {
            var matches = _places[letter & (Letters - 1)];
            var swaps = ((~diagonal & matches) << 1) & before;
            diagonal = (((matches & rises) + rises) ^ rises) | matches | falls | swaps;
            var (more, less) = (falls | ~(diagonal | rises), diagonal & rises);
            edits +=
                (more & last) is not 0 ? 1
                : (less & last) is not 0 ? -1
                : 0;
            more = (more << 1) | 1;
            rises = (less << 1) | ~(diagonal | more);
            falls = more & diagonal;
            before = matches;
        }

        return edits <= limit ? edits : int.MaxValue;
    }

    private void Mark(char letter, int index)
    {
        if (letter < Letters)
        {
            _places[letter] |= 1UL << index;
        }
    }
}
