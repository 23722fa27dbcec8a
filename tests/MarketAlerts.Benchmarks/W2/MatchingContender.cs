using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>A way to find the levels that one poll crosses.</summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal abstract class MatchingContender(RuleRegistration book, Minute minute) : IContender
{
    private long _answer;

    public abstract string Name { get; }

    public virtual ContenderKind Kind => ContenderKind.Peer;

    public string Question => "crossed levels";

    /// <summary>One poll a run: a match moves the nearest levels on, and is prepared anew.</summary>
    public int UnitsPerRun => 1;

    /// <summary>How many levels were crossed.</summary>
    public int Crossed { get; private set; }

    protected RuleRegistration Rules => book;

    protected Minute Minute => minute;

    public virtual void Prepare() { }

    public void RunOnce()
    {
        (_answer, Crossed) = (0, 0);
        Match();
    }

    public long Answer() => Mix.Of(_answer, Crossed);

    /// <summary>Finds the crossed levels and tells them.</summary>
    protected abstract void Match();

    protected void Tell(int stream, long level)
    {
        Crossed++;
        _answer += Mix.Of(stream, level);
    }

    /// <summary>Tells all levels of a stream in (before, now] and returns the place behind the last.</summary>
    protected int TellRange(int stream)
    {
        var (start, end) = (book.Starts[stream], book.Starts[stream + 1]);
        var at = FirstAbove(start, end, minute.Before[stream]);
        for (; at < end && book.Levels[at] <= minute.Now[stream]; at++)
        {
            Tell(stream, book.Levels[at]);
        }

        return at;
    }

    /// <summary>The place of the first level above a value.</summary>
    protected int FirstAbove(int start, int end, long value)
    {
        while (start < end)
        {
            var middle = (start + end) >>> 1;
            (start, end) = book.Levels[middle] <= value ? (middle + 1, end) : (start, middle);
        }

        return start;
    }
}
