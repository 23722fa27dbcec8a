using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>Turns conditions into edges and adds these up, whatever their order.</summary>
internal sealed class EdgeTally
{
    private readonly bool[] _was = new bool[Tickers.Count * FourConditions.Count];

    /// <summary>The count of edges, mixed with which they were.</summary>
    public long Answer { get; private set; }

    /// <summary>Takes a condition's state; counts when it became true.</summary>
    public void Take(int poll, int symbol, int condition, bool isTrue)
    {
        ref var was = ref _was[(symbol * FourConditions.Count) + condition];
        if (isTrue && !was)
        {
            Count(poll, symbol, condition);
        }

        was = isTrue;
    }

    /// <summary>Counts an edge that somebody else found.</summary>
    public void Count(int poll, int symbol, int condition) => Answer += Mix.Of((symbol * FourConditions.Count) + condition, poll);
}
