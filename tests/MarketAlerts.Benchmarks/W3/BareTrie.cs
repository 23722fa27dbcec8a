using System.Numerics;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>
/// The bound: a token trie for plain ASCII, words hashed once, a Bloom filter on first words, the longest walk; no list of hits, no filter,
/// no safety.
/// </summary>
internal sealed class BareTrie : TaggingContender
{
    private const int BloomBits = 1 << 18;

    private readonly ulong[] _bloom = new ulong[BloomBits / 64];
    private readonly (ulong Key, int Node, bool Ends)[] _steps;
    private readonly ulong[] _hashes = new ulong[1_000];
    private readonly int[] _starts = new int[1_000];
    private readonly int[] _ends = new int[1_000];

    public BareTrie(StoryIntake room)
        : base(room)
    {
        var nodes = new Dictionary<ulong, (int Node, bool Ends)>();
        foreach (var alias in room.Aliases)
        {
            Add(nodes, alias);
        }

        _steps = new (ulong, int, bool)[BitOperations.RoundUpToPowerOf2((uint)(2 * nodes.Count))];
        foreach (var (key, (node, ends)) in nodes)
        {
            _steps[PlaceOf(key)] = (key, node, ends);
        }
    }

    public override string Name => "bound: bare token trie";

    public override ContenderKind Kind => ContenderKind.Bound;

    protected override long Tag(string text)
    {
        var (sum, count) = (0L, Split(text));
        for (var first = 0; first < count; )
        {
            var last = MayBegin(_hashes[first]) ? Walk(first, count) : 0;
            sum += last > first ? Hit(_starts[first], _ends[last - 1]) : 0;
            first = Math.Max(last, first + 1);
        }

        return sum;
    }

    private void Add(Dictionary<ulong, (int Node, bool Ends)> nodes, string alias)
    {
        var (node, key) = (0, 0UL);
        for (var (word, count) = (0, Split(alias)); word < count; word++)
        {
            key = Key(node, _hashes[word]);
            nodes.TryAdd(key, (nodes.Count + 1, false));
            node = nodes[key].Node;
            if (word is 0)
            {
                _bloom[(_hashes[0] % BloomBits) / 64] |= 1UL << (int)(_hashes[0] % 64);
            }
        }

        nodes[key] = (node, true);
    }

    private int Walk(int first, int count)
    {
        var (node, last) = (0, 0);
        for (var word = first; word < count; word++)
        {
            ref readonly var step = ref _steps[PlaceOf(Key(node, _hashes[word]))];
            if (step.Key is 0)
            {
                break;
            }

            node = step.Node;
            last = step.Ends ? word + 1 : last;
        }

        return last;
    }

    private int Split(string text)
    {
        var (count, hash, start) = (0, 0UL, -1);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? (uint)(text[at] | 0x20) - 'a' : 99;
            if (letter < 26)
            {
                (start, hash) = start < 0 ? (at, 14_695_981_039_346_656_037) : (start, hash);
                hash = (hash ^ letter) * 1_099_511_628_211;
            }
            else if (start >= 0)
            {
                (_hashes[count], _starts[count], _ends[count++]) = (hash, start, at);
                start = -1;
            }
        }

        return count;
    }

    private bool MayBegin(ulong hash) => ((_bloom[(hash % BloomBits) / 64] >> (int)(hash % 64)) & 1) is not 0;

    private static ulong Key(int node, ulong hash) => (hash ^ ((ulong)node * 0x9E37_79B9_7F4A_7C15)) | 1;

    private int PlaceOf(ulong key)
    {
        var at = (int)(key >> 32) & (_steps.Length - 1);
        while (_steps[at].Key != key && _steps[at].Key is not 0)
        {
            at = (at + 1) & (_steps.Length - 1);
        }

        return at;
    }
}
