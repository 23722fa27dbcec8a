namespace MarketAlerts.Core.Rules;

/// <summary>Finds the word somebody probably meant.</summary>
internal static class NearestWord
{
    private const int LongestTried = 40;

    /// <summary>The candidate with the fewest edits, if these are at most a third of its length (at least one).</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestTried)
        {
            return null;
        }

        var best = candidates
            .Select(candidate => (Candidate: candidate, Edits: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.Edits).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Candidate is not null && best.Edits <= Math.Max(1, best.Candidate.Length / 3) ? best.Candidate : null;
    }

    /// <summary>Optimal string alignment: insertions, deletions, replacements and swaps of neighbours (Damerau 1964).</summary>
    private static int Distance(string left, string right)
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
        var replace = edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var cheapest = Math.Min(replace, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(cheapest, edits[i - 2, j - 2] + 1) : cheapest;
    }
}
