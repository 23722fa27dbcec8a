using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Core.Tests.News.Tagging;

/// <summary>The definition of a hit, without any cleverness: at each word the longest phrase, then on behind it.</summary>
internal static class NaivePhrases
{
    public static IReadOnlyList<PhraseHit> Find(IReadOnlyList<string> phrases, string text)
    {
        var words = WordsOf(text);
        var split = phrases.Select(phrase => WordsOf(phrase).Select(word => word.Text).ToArray()).ToArray();
        var hits = new List<PhraseHit>();
        for (var first = 0; first < words.Length; )
        {
            var best = Enumerable
                .Range(0, split.Length)
                .Where(phrase => StandsAt(split[phrase], words, first))
                .MaxBy(phrase => (split[phrase].Length, -phrase), -1);
            if (best is { } found)
            {
                hits.Add(new PhraseHit(words[first].Start, words[first + split[found].Length - 1].End, found));
            }

            first += best is { } taken ? split[taken].Length : 1;
        }

        return hits;
    }

    private static int? MaxBy(this IEnumerable<int> phrases, Func<int, (int, int)> key, int none) =>
        phrases.Cast<int?>().DefaultIfEmpty(null).MaxBy(phrase => phrase is { } known ? key(known) : (none, none));

    private static bool StandsAt(string[] phrase, (string Text, int Start, int End)[] words, int first) =>
        phrase.Length > 0
        && first + phrase.Length <= words.Length
        && phrase
            .Select(
                (word, index) =>
                    words[first + index].Text == word && (index is 0 || words[first + index].Start - words[first + index - 1].End <= 3)
            )
            .All(same => same);

    private static (string Text, int Start, int End)[] WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '&'))
            {
                at++;
            }

            if (at > start)
            {
                words.Add((text[start..at].ToLowerInvariant(), start, at));
            }

            at += at == start ? 1 : 0;
        }

        return [.. words];
    }
}
