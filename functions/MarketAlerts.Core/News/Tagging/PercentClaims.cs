using System.Globalization;
using System.Text.RegularExpressions;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Finds what a text says of moves, such as <c>Nvidia fell nearly 17 %</c>: a percentage with a word of direction before it in the same sentence, or right
/// behind it (<c>a 17% drop</c>), and the nearest company named before it, else the first behind it.
/// </summary>
public static partial class PercentClaims
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

    // Both patterns cannot backtrack over more than a few characters, so neither needs a time limit; one would fail a feed on a busy machine.
    [GeneratedRegex(@"(?<number>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent|pct)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Figure();

    [GeneratedRegex(@"[.!?]\s|[;\n]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex SentenceEnd();
}
