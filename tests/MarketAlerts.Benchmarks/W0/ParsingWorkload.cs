using System.Text;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using Newtonsoft.Json;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>W0: the bytes of a provider become quotes.</summary>
internal sealed class ParsingWorkload : IWorkload
{
    public string Name => "W0";

    public string Title => "a market snapshot of 10,000 tickers, from bytes to quotes";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        var body = SnapshotBody.Make();
        var table = new SymbolTable(Tickers.All);
        var parser = new MassiveSnapshotParser(table);
        var scanner = new HandScanner(body, table);
        var symbols = Tickers.All.ToDictionary(symbol => symbol.Text);
        IContender[] contenders =
        [
            new SnapshotContender("MarketAlerts", ContenderKind.Ours, quotes => parser.Parse(body, quotes)),
            new SnapshotContender("bound: hand scanner", ContenderKind.Bound, scanner.Parse),
            new SnapshotContender(
                "System.Text.Json, source-generated",
                ContenderKind.Peer,
                quotes => System.Text.Json.JsonSerializer.Deserialize(body, SnapshotJsonContext.Default.Snapshot)!.AddTo(quotes, symbols)
            ),
            new SnapshotContender(
                "Newtonsoft.Json, DeserializeObject",
                ContenderKind.Peer,
                quotes => JsonConvert.DeserializeObject<Snapshot>(Encoding.UTF8.GetString(body))!.AddTo(quotes, symbols)
            ),
        ];
        return Task.FromResult(new Race(Name, "ms/10k quotes", 1e3, progress).Run(contenders));
    }
}
