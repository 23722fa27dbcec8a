using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>A way to find the aliases of an article.</summary>
/// <param name="room">The articles.</param>
internal abstract class TaggingContender(StoryIntake room) : IContender
{
    private long _answer;

    public abstract string Name { get; }

    public virtual ContenderKind Kind => ContenderKind.Peer;

    public string Question => "aliases and where they stand";

    public int UnitsPerRun => StoryIntake.Articles;

    public void Prepare() { }

    public void RunOnce()
    {
        _answer = 0;
        for (var article = 0; article < room.Texts.Length; article++)
        {
            _answer += article * Tag(room.Texts[article]);
        }
    }

    public long Answer() => _answer;

    /// <summary>One number for the hits of a text.</summary>
    protected abstract long Tag(string text);

    protected static long Hit(int start, int end) => Mix.Of(start, end);
}
