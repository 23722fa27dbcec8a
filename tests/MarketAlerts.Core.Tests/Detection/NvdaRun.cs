using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>Polls of NVDA, of which everybody wants every level that is told here, with two peers that confirm each step.</summary>
internal sealed class NvdaRun
{
    private readonly PageRun _run = new("NVDA AMD MU", new Basket("chips", Given.Syms("NVDA AMD MU"), null));
    private double _peers = 100;

    public NvdaRun()
    {
        foreach (var metric in Enum.GetValues<MetricId>())
        {
            // Every 0.01 %, and every cent of a price.
            var levels = Enumerable.Range(1, metric is MetricId.Price ? 20_000 : 3_000).Select(number => number * 100L).ToArray();
            _run.Want("NVDA", metric, Direction.Down, levels).Want("NVDA", metric, Direction.Up, levels);
        }
    }

    public SymbolState State => _run.First;

    public Crossing[] Poll(
        string time,
        double last,
        double previousClose = 142.62,
        double? open = 124.80,
        double? low = null,
        double? high = null,
        long? volume = null
    )
    {
        var quote = Given.Quote("NVDA", time, last, previousClose, open, low, high, volume);
        var from = State.Session == DateOnly.FromDateTime(quote.MarketTime.Date) ? State.Last : previousClose;
        _peers *= last < from ? 0.97 : 1.03;
        var peers = new[] { "AMD", "MU" }.Select(symbol => new Quote(
            Given.Sym(symbol),
            quote.MarketTime,
            _peers,
            null,
            null,
            null,
            _peers / (last < from ? 0.97 : 1.03),
            null
        ));
        return [.. _run.Poll([quote, .. peers]).Select(pending => pending.Crossing)];
    }
}
