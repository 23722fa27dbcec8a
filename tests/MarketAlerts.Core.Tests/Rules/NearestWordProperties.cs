using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class NearestWordProperties
{
    /// <summary>Few letters, so that near words and swaps are frequent.</summary>
    private static readonly Gen<string> Words = Gen.Choose(1, 12)
        .SelectMany(length => Gen.Elements("A", "B", "C", "D").ArrayOf(length))
        .Select(string.Concat);

    [Property(MaxTest = 2000)]
    public Property Parse_OffersTheSymbolWithTheFewestEdits_ForAnyWord() =>
        Prop.ForAll(
            Gen.Zip(Words, Words.NonEmptyListOf()).Where(given => !given.Item2.Contains(given.Item1)).ToArbitrary(),
            given =>
            {
                var vocabulary = new RuleVocabulary(given.Item2.Select(Symbol.Parse).ToHashSet(), new HashSet<string>());

                return RuleParser.Parse($"{given.Item1.ToLowerInvariant()} notable", vocabulary).Error!.Suggestion
                    == Nearest(given.Item1, given.Item2);
            }
        );

    private static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (candidate, edits: Distance(word, candidate), longer: Math.Max(word.Length, candidate.Length)))
            .Where(pair => pair.edits <= Math.Min(Math.Max(1, pair.longer / 3), pair.longer - 1))
            .OrderBy(pair => pair.edits)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    /// <summary>The textbook's table.</summary>
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
