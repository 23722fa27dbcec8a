using System.Diagnostics;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W5;

/// <summary>W5: what one poll cycle of 10,000 symbols asks of the tables, on a real Azurite.</summary>
internal sealed class PollCycleWorkload : IWorkload
{
    private const string Ours = "MarketAlerts";
    private const int Pages = Tickers.Count / MarketPlan.SymbolsPerPage;
    private const int Sample = 1_000;

    public string Name => "W5";

    public string Title => "one poll cycle of 10,000 symbols through the production composition: plan, 20 pages, baskets";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var desk = new PollWorld();
        progress.Step("W5: entering 10,000 symbols");
        await desk.EnterAsync(cancellationToken);
        progress.Say("W5: the first poll of the day, which also asks for the history of every symbol and is not measured");
        await desk.PollAsync(progress, cancellationToken);
        return
        [
            .. await MeasureAsync(desk, "calm", [0.01, 0.02, 0.02, 0.02], progress, cancellationToken),
            .. await MeasureAsync(desk, "crash", [-2.5], progress, cancellationToken),
            .. await CompareAsync(progress, cancellationToken),
        ];
    }

    /// <summary>The traffic is that of the last poll: nothing moves in the last calm one, everything in the crash.</summary>
    private async Task<IReadOnlyList<Row>> MeasureAsync(
        PollWorld world,
        string what,
        double[] percents,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        var (times, traffic, messages) = (new List<double>(), default(Traffic), 0);
        foreach (var percent in percents)
        {
            world.Quotes.Percent = percent;
            var start = Stopwatch.GetTimestamp();
            traffic = await world.Counter.DuringAsync(async () => messages = await world.PollAsync(progress, cancellationToken));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Check(what, messages);
        return RowsOf(Ours, ContenderKind.Ours, what, traffic, times);
    }

    private void Check(string what, int messages)
    {
        if (what is "calm" ? messages > 0 : messages < Pages)
        {
            throw new BenchmarkException($"{Name}: a {what} poll of {Pages} pages published {messages} messages with events.");
        }
    }

    private async Task<IReadOnlyList<Row>> CompareAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Step("W5: a row a symbol");
        var counter = new RequestCounter();
        var table = TestAccount.Tables(counter).GetTableClient("NaiveSymbols");
        await table.CreateIfNotExistsAsync(cancellationToken);
        var naive = new RowPerSymbol(table);
        await naive.PollInBatchesAsync(cancellationToken); // The rows are there from the second poll on.
        var inBatches = await TimeAsync(counter, () => naive.PollInBatchesAsync(cancellationToken));
        var oneByOne = await TimeAsync(counter, () => naive.PollOneByOneAsync(Sample, cancellationToken));
        const int Times = Tickers.Count / Sample;
        return
        [
            .. RowsOf("a row a symbol, transactions of 100", ContenderKind.Peer, "calm", inBatches.Traffic, [inBatches.Milliseconds]),
            .. RowsOf(
                "a row a symbol, one by one, 16 at a time (1,000 symbols, times 10)",
                ContenderKind.Peer,
                "calm",
                oneByOne.Traffic * Times,
                [oneByOne.Milliseconds * Times]
            ),
        ];
    }

    private static async Task<(Traffic Traffic, double Milliseconds)> TimeAsync(RequestCounter counter, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        var traffic = await counter.DuringAsync(work);
        return (traffic, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private List<Row> RowsOf(string who, ContenderKind kind, string what, Traffic traffic, List<double> times)
    {
        times.Sort();
        return
        [
            Row.Exact(Name, who, kind, traffic.Requests, $"requests/{what} poll"),
            Row.Exact(Name, who, kind, traffic.Sent, $"bytes written/{what} poll"),
            Row.Exact(Name, who, kind, traffic.Received, $"bytes read/{what} poll"),
            new Row(Name, who, kind, times[times.Count / 2], times[0], $"ms/{what} poll"),
        ];
    }
}
