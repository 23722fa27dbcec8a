using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Finds what a text says of moves, such as <c>Nvidia fell nearly 17 %</c>: a percentage with a word of direction before it in the same
/// sentence, or right behind it (<c>a 17% drop</c>), and the nearest company named before it, else the first behind it.
/// </summary>
internal static partial class PercentClaims
{
    private const int NearestWords = 24; // Letters behind a figure in which its noun may stand: "17% share-price drop".
    private const double Largest = 1_000;

    /// <summary>The claims of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">The companies it names, in order.</param>
    public static IReadOnlyList<PercentClaim> Find(string text, IReadOnlyList<CompanyMention> mentions)
    {
        var claims = new List<PercentClaim>();
        foreach (Match match in Figure().Matches(text))
        {
            var figure = match.Index..(match.Index + match.Length);
            var sentence = SentenceAround(text, figure);
            if (
                DirectionNear(text, sentence, figure) is { } verb
                && NumberIn(match.Groups["number"].ValueSpan) is > 0 and <= Largest and var number
            )
            {
                var words = text[Math.Min(verb.Start, match.Index)..Math.Max(verb.End, figure.End.Value)];
                claims.Add(new PercentClaim(CompanyNear(mentions, sentence, match.Index), verb.Sign * number, words));
            }
        }

        return claims;
    }

    private static double NumberIn(ReadOnlySpan<char> digits) =>
        double.Parse(digits.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static Range SentenceAround(string text, Range figure)
    {
        var (first, last) = (0, text.Length);
        foreach (var end in SentenceEnd().EnumerateMatches(text))
        {
            first = end.Index < figure.Start.Value ? end.Index + end.Length : first;
            last = end.Index >= figure.End.Value ? Math.Min(last, end.Index) : last;
        }

        return first..last;
    }

    /// <summary>The last word of direction before the figure, else the first right behind it.</summary>
    private static (int Sign, int Start, int End)? DirectionNear(string text, Range sentence, Range figure)
    {
        (int Sign, int Start, int End)? nearest = null;
        var scanner = new WordScanner(text.AsSpan(0, Math.Min(sentence.End.Value, figure.End.Value + NearestWords)));
        while (scanner.Next(out var word))
        {
            var sign = word.Start < sentence.Start.Value ? 0 : MoveVerbs.SignOf(text.AsSpan(word.Start, word.Length));
            if (sign is not 0 && (word.End <= figure.Start.Value || nearest is null))
            {
                nearest = (sign, word.Start, word.End);
            }
        }

        return nearest;
    }

    private static Symbol? CompanyNear(IReadOnlyList<CompanyMention> mentions, Range sentence, int figure)
    {
        var inSentence = mentions.Where(mention => mention.Start >= sentence.Start.Value && mention.End <= sentence.End.Value).ToArray();
        return (inSentence.LastOrDefault(mention => mention.End <= figure) ?? inSentence.FirstOrDefault())?.Symbols[0];
    }

    // Both patterns cannot backtrack over more than a few characters, so neither needs a time limit; one would fail a feed on a busy
    // machine.
    [GeneratedRegex(@"(?<number>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent|pct)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[.!?]\s|[;\n]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex SentenceEnd();
}

/// <summary>What a text itself says of a move: evidence, never a figure that is counted with.</summary>
/// <param name="Symbol">Who moved, the company named nearest in the sentence; null when none is.</param>
/// <param name="Percent">How far, negative for a fall.</param>
/// <param name="Words">The words, as written.</param>
public sealed record PercentClaim(Symbol? Symbol, double Percent, string Words);

/// <summary>The words by which headlines say that a price rises or falls.</summary>
internal static class MoveVerbs
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Signs = Words()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 for a word of rising, -1 for one of falling, 0 for any other.</summary>
    public static int SignOf(ReadOnlySpan<char> word) => Signs.TryGetValue(word, out var sign) ? sign : 0;

    private static FrozenDictionary<string, int> Words() =>
        WordsOf(
                1,
                """
                rise rises rose risen rising jump jumps jumped jumping gain gains gained gaining surge surges surged surging soar soars
                soared soaring
                climb climbs climbed climbing rally rallies rallied rallying advance advances advanced leap leaps leaped leapt rocket
                rockets rocketed
                rebound rebounds rebounded spike spikes spiked add adds added up higher
                """
            )
            .Concat(
                WordsOf(
                    -1,
                    """
                    fall falls fell fallen falling drop drops dropped dropping plunge plunges plunged plunging tumble tumbles tumbled
                    tumbling slide slides slid
                    sliding slump slumps slumped slumping sink sinks sank sunk sinking decline declines declined declining plummet
                    plummets plummeted plummeting
                    crash crashes crashed crashing slip slips slipped slipping dip dips dipped dive dives dived dove tank tanks tanked
                    lose loses lost losing shed
                    sheds shedding loss losses retreat retreats retreated rout selloff down lower
                    """
                )
            )
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, int>> WordsOf(int sign, string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => KeyValuePair.Create(word, sign));
}
