namespace MarketAlerts.Core.Rules;

/// <summary>Finds the word somebody probably meant, among thousands well within a millisecond.</summary>
internal static class NearestWord
{
    /// <summary>The candidate with the fewest edits, if these are at most a third of the longer word (at least one); of several the first in order.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > EditDistance.LongestWord)
        {
            return null;
        }

        string? best = null;
        var fewest = int.MaxValue;
        var distance = new EditDistance(word, stackalloc ulong[EditDistance.Letters]);
        foreach (var candidate in candidates)
        {
            var edits = distance.To(candidate, Math.Min(fewest, Tolerated(word, candidate)));
            if (edits < fewest || (edits == fewest && best is not null && string.CompareOrdinal(candidate, best) < 0))
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
