using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>A way to turn a snapshot into quotes.</summary>
/// <param name="name">Its name.</param>
/// <param name="kind">What it is in the comparison.</param>
/// <param name="parse">Adds the quotes to the list.</param>
internal sealed class SnapshotContender(string name, ContenderKind kind, Action<List<Quote>> parse) : IContender
{
    private readonly List<Quote> _quotes = [];

    public string Name => name;

    public ContenderKind Kind => kind;

    public string Question => "quotes";

    public int UnitsPerRun => 1;

    public void Prepare() => _quotes.Clear();

    public void RunOnce() => parse(_quotes);

    public long Answer() => QuoteSum.Of(_quotes);
}
