using FsCheck.Xunit;
using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Core.Tests.News.Tagging;

/// <summary>The trie finds what comparing every phrase with every place finds.</summary>
public sealed class PhraseTrieProperties
{
    private static readonly string[] Syllables =
    [
        "nvidia",
        "Arm",
        "holdings",
        "AT&T",
        "s&p",
        "500",
        "é",
        "new",
        "NEW",
        "york",
        "a",
        "of",
        "the",
        "x",
    ];
    private static readonly string[] Gaps = [" ", "-", ". ", "'s ", ", ", "   ", "    ", "\n\n", " - ", "(", ") "];

    [Property(MaxTest = 300)]
    public void Find_AgreesWithComparingEveryPlace_ForAnyText(int seed)
    {
        var random = new Random(seed);
        var phrases = Enumerable.Range(0, random.Next(1, 30)).Select(_ => TextOf(random, random.Next(1, 4))).ToArray();
        var text = TextOf(random, random.Next(0, 60));
        var hits = new List<PhraseHit>();

        new PhraseTrie(phrases).Find(text, hits);

        hits.ShouldBe(NaivePhrases.Find(phrases, text), $"seed {seed}: {text}");
    }

    private static string TextOf(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(_ => Syllables[random.Next(Syllables.Length)] + Gaps[random.Next(Gaps.Length)]));
}
