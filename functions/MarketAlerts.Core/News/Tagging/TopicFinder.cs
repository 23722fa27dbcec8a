using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Finds every watched phrase in a text, those within others too, as each belongs to other people: whole words, whatever their case. A
/// phrase in a script that puts no spaces between words is found wherever its letters stand.
/// </summary>
internal sealed class TopicFinder
{
    private readonly Dictionary<ulong, List<(ulong[] Words, string Phrase)>> _byFirstWord = [];
    private readonly List<(string Letters, string Phrase)> _unspaced = [];

    public TopicFinder(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Distinct())
        {
            if (phrase.Any(IsUnspaced))
            {
                _unspaced.Add((NewsPhrase.Normalise(phrase), phrase));
            }
            else if (WordsOf(phrase) is { Length: > 0 } words)
            {
                (_byFirstWord.TryGetValue(words[0], out var same) ? same : _byFirstWord[words[0]] = []).Add((words, phrase));
            }
        }
    }

    /// <summary>The phrases that stand in a text, each once.</summary>
    public IReadOnlyList<string> Find(string text)
    {
        var found = new List<string>();
        var words = WordsOf(text);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (phrase, name) in _byFirstWord.GetValueOrDefault(words[at]) ?? [])
            {
                found.AddRange(words.AsSpan(at).StartsWith(phrase) ? [name] : []);
            }
        }

        var letters = _unspaced.Count is 0 ? "" : NewsPhrase.Normalise(text);
        return
        [
            .. found
                .Concat(
                    _unspaced.Where(phrase => letters.Contains(phrase.Letters, StringComparison.Ordinal)).Select(phrase => phrase.Phrase)
                )
                .Distinct(),
        ];
    }

    private static ulong[] WordsOf(string text)
    {
        var words = new List<ulong>();
        var scanner = new WordScanner(text);
        while (scanner.Next(out var word))
        {
            words.Add(word.Hash);
        }

        return [.. words];
    }

    /// <summary>Thai to Lao, Khmer, kana, and the ideographs.</summary>
    private static bool IsUnspaced(char letter) =>
        letter
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
