using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>The production trie.</summary>
/// <param name="room">The articles.</param>
internal sealed class OurTrie(StoryIntake room) : TaggingContender(room)
{
    private readonly PhraseTrie _trie = new(room.Aliases);
    private readonly List<PhraseHit> _hits = [];

    public override string Name => "MarketAlerts";

    public override ContenderKind Kind => ContenderKind.Ours;

    protected override long Tag(string text)
    {
        _hits.Clear();
        _trie.Find(text, _hits);
        var sum = 0L;
        foreach (var hit in _hits)
        {
            sum += Hit(hit.Start, hit.End);
        }

        return sum;
    }
}
