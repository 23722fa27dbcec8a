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
