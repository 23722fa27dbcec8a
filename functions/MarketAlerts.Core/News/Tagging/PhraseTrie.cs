using System.Buffers;
using System.Numerics;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Finds thousands of phrases in a text at once: whole words whatever their case, leftmost and longest. Each word of the text is hashed
/// once; a bit set tells that most words begin no phrase, and only the others are looked up. Words of a phrase are at most <see
/// cref="WidestGap"/> letters apart, so <c>Coca-Cola</c> is <c>Coca Cola</c>.
/// </summary>
internal sealed class PhraseTrie
{
    /// <summary>The most letters between two words of a phrase.</summary>
    public const int WidestGap = 3;

    private const int NoPhrase = -1;
    private const int BitsPerFirstWord = 16;
    private const ulong NodeFactor = 0x9E37_79B9_7F4A_7C15; // Of the golden ratio: neighbouring nodes lie far apart.

    private readonly ulong[] _firstWords;
    private readonly Step[] _steps;

    /// <summary>Makes the trie. Of two phrases of the same words the first counts; one without words is never found.</summary>
    public PhraseTrie(IReadOnlyList<string> phrases)
    {
        var nodes = new Dictionary<ulong, (int Node, int Phrase)>();
        var firstWords = new HashSet<ulong>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            Add(nodes, firstWords, phrases[phrase], phrase);
        }

        _firstWords = new ulong[BitOperations.RoundUpToPowerOf2((uint)(firstWords.Count * BitsPerFirstWord / 64) + 1)];
        foreach (var word in firstWords)
        {
            _firstWords[CellOf(word)] |= 1UL << (int)(word & 63);
        }

        _steps = new Step[BitOperations.RoundUpToPowerOf2((uint)(2 * nodes.Count) + 1)];
        foreach (var (key, (node, phrase)) in nodes)
        {
            var at = PlaceOf(key);
            _steps[at] = new Step(key, node, phrase);
        }
    }

    /// <summary>Adds the phrases of a text to a list, in order, none overlapping another.</summary>
    public void Find(ReadOnlySpan<char> text, List<PhraseHit> hits) => Find(text, default(EveryPhrase), hits);

    /// <summary>The same, of the phrases that a filter takes.</summary>
    public void Find<TFilter>(ReadOnlySpan<char> text, in TFilter filter, List<PhraseHit> hits)
        where TFilter : IPhraseFilter, allows ref struct
    {
        var rented = ArrayPool<Word>.Shared.Rent((text.Length / 2) + 1);
        var words = rented.AsSpan(0, WordScanner.ReadAll(text, rented));
        for (var first = 0; first < words.Length; )
        {
            first +=
                MayBegin(words[first].Hash) && TryTake(words[first..], filter, out var hit, out var taken) ? Note(hits, hit, taken) : 1;
        }

        ArrayPool<Word>.Shared.Return(rented);
    }

    private static int Note(List<PhraseHit> hits, in PhraseHit hit, int taken)
    {
        hits.Add(hit);
        return taken;
    }

    /// <summary>The longest phrase at the first of some words that the filter takes.</summary>
    private bool TryTake<TFilter>(ReadOnlySpan<Word> words, in TFilter filter, out PhraseHit taken, out int count)
        where TFilter : IPhraseFilter, allows ref struct
    {
        (taken, count) = (default, 0);
        var node = 0;
        for (var index = 0; index < words.Length && (index is 0 || words[index].Start - words[index - 1].End <= WidestGap); index++)
        {
            ref readonly var step = ref _steps[PlaceOf(KeyOf(node, words[index].Hash))];
            if (step.Key is 0)
            {
                break;
            }

            node = step.Node;
            var hit = new PhraseHit(words[0].Start, words[index].End, step.Phrase);
            if (step.Phrase is not NoPhrase && filter.Takes(hit))
            {
                (taken, count) = (hit, index + 1);
            }
        }

        return count > 0;
    }

    private static void Add(Dictionary<ulong, (int Node, int Phrase)> nodes, HashSet<ulong> firstWords, string text, int phrase)
    {
        var scanner = new WordScanner(text);
        var (node, key) = (0, 0UL);
        while (scanner.Next(out var word))
        {
            if (node is 0)
            {
                firstWords.Add(word.Hash);
            }

            key = KeyOf(node, word.Hash);
            nodes.TryAdd(key, (nodes.Count + 1, NoPhrase));
            node = nodes[key].Node;
        }

        if (node > 0 && nodes[key].Phrase is NoPhrase)
        {
            nodes[key] = (node, phrase);
        }
    }

    /// <summary>What a word after a node is looked up by; never 0, which marks an empty place.</summary>
    private static ulong KeyOf(int node, ulong word) => (word ^ ((ulong)node * NodeFactor)) | 1;

    /// <summary>Where a key stands, or the empty place where it would.</summary>
    private int PlaceOf(ulong key)
    {
        var mask = _steps.Length - 1;
        var at = (int)(key >> 32) & mask;
        while (_steps[at].Key != key && _steps[at].Key is not 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private bool MayBegin(ulong word) => ((_firstWords[CellOf(word)] >> (int)(word & 63)) & 1) is not 0;

    private int CellOf(ulong word) => (int)(word >> 6) & (_firstWords.Length - 1);

    private readonly record struct Step(ulong Key, int Node, int Phrase);
}

/// <summary>A phrase found in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Phrase">Which one, by its place in the list the trie was made of.</param>
internal readonly record struct PhraseHit(int Start, int End, int Phrase);

/// <summary>Every phrase counts wherever it stands.</summary>
internal readonly struct EveryPhrase : IPhraseFilter
{
    /// <inheritdoc/>
    public bool Takes(in PhraseHit hit) => true;
}

/// <summary>Decides whether a phrase counts where it stands.</summary>
internal interface IPhraseFilter
{
    /// <summary>Whether it counts; if not, a shorter phrase that begins at the same word is tried.</summary>
    bool Takes(in PhraseHit hit);
}
