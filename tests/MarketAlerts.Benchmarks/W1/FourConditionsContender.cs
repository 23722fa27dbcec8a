using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>A way to find the edges of the four conditions, poll by poll.</summary>
/// <param name="day">The quotes.</param>
internal abstract class FourConditionsContender(MarketDay day) : IContender
{
    public abstract string Name { get; }

    public virtual ContenderKind Kind => ContenderKind.Peer;

    public string Question => FourConditions.Question;

    public int UnitsPerRun => FourConditions.Polls;

    protected MarketDay Day => day;

    protected EdgeTally Edges { get; private set; } = new();

    public void Prepare()
    {
        Edges = new EdgeTally();
        Reset();
    }

    public void RunOnce()
    {
        for (var poll = 0; poll < FourConditions.Polls; poll++)
        {
            Take(poll);
        }
    }

    public long Answer() => Edges.Answer;

    /// <summary>Makes ready for a new day.</summary>
    protected abstract void Reset();

    /// <summary>Takes all quotes of a poll.</summary>
    protected abstract void Take(int poll);
}
