namespace MarketAlerts.Core.Rules;

/// <summary>Finds the word somebody probably meant, among thousands within a few milliseconds.</summary>
internal static class NearestWord
{
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate with the fewest edits, if these are at most a third of the longer word (at least one); of several the first in order.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var limit = Math.Min(fewest, Tolerated(word, candidate));
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            var edits = EditDistance.Between(word, candidate);
            if (edits <= limit && (edits < fewest || string.CompareOrdinal(candidate, best) < 0))
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>A third of the longer word, at least one, but never every letter of it.</summary>
    private static int Tolerated(string word, string candidate)
    {
        var longer = Math.Max(word.Length, candidate.Length);
        return Math.Min(Math.Max(1, longer / 3), longer - 1);
    }
}

/// <summary>
/// Optimal string alignment, regardless of case: insertions, deletions, replacements and swaps of neighbours (Damerau 1964), by the
/// textbook's table.
/// </summary>
internal static class EditDistance
{
    /// <summary>The edits from one word to another.</summary>
    public static int Between(string left, string right)
    {
        var edits = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                edits[i, j] = i is 0 || j is 0 ? i + j : Cheapest(edits, left, right, i, j);
            }
        }

        return edits[left.Length, right.Length];
    }

    private static int Cheapest(int[,] edits, string left, string right, int i, int j)
    {
        var replaced = edits[i - 1, j - 1] + (IsSame(left[i - 1], right[j - 1]) ? 0 : 1);
        var cheapest = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var isSwapped = i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]);
        return isSwapped ? Math.Min(cheapest, edits[i - 2, j - 2] + 1) : cheapest;
    }

    private static bool IsSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
