using System.Diagnostics;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Benchmarks.Sources;

/// <summary>How long a poll of 10,000 symbols takes over HTTP, 20 pages at once, and how many calls it makes.</summary>
internal sealed class SourcesWorkload : IWorkload
{
    private const string Ours = "MarketAlerts";
    private const int Repetitions = 3;
    private static readonly FetchLimits Limits = new(MassiveSnapshotParser.MaximumBytes, TimeSpan.FromSeconds(25), 0);

    public string Name => "Sources";

    public string Title => "one poll of 10,000 symbols from a server that answers after 50 ms, 20 pages at once";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken) =>
        [
            .. await PollAsync(
                "Massive",
                ProviderServer.Massive,
                (fetcher, url) => new MassiveProvider(fetcher, new MassiveOptions { BaseUrl = url, ApiKey = "key" }, TimeProvider.System),
                progress,
                cancellationToken
            ),
            .. await PollAsync(
                "Alpaca",
                ProviderServer.Alpaca,
                (fetcher, url) =>
                    new AlpacaProvider(
                        fetcher,
                        new AlpacaOptions
                        {
                            BaseUrl = url,
                            ApiKey = "key",
                            ApiSecret = "secret",
                        },
                        TimeProvider.System
                    ),
                progress,
                cancellationToken
            ),
            .. await PollAsync(
                "Tiingo",
                ProviderServer.Tiingo,
                (fetcher, url) => new TiingoProvider(fetcher, new TiingoOptions { BaseUrl = url, ApiKey = "key" }, TimeProvider.System),
                progress,
                cancellationToken
            ),
        ];

    private async Task<Row[]> PollAsync(
        string provider,
        RequestDelegate answer,
        Func<Fetcher, string, IQuoteProvider> create,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        await using var server = await FakeServer.StartAsync(answer);
        using var http = new HttpClient();
        var fetcher = new Fetcher(http, TimeProvider.System, Limits);
        var times = new List<double>();
        for (var round = 0; round < Repetitions; round++)
        {
            progress.Step($"{Name}: {provider}, round {round + 1}");
            times.Add(await TimeAsync(create(fetcher, server.Url), provider, cancellationToken));
        }

        times.Sort();
        return
        [
            new Row(Name, Ours, ContenderKind.Ours, times[Repetitions / 2], times[0], $"ms/{provider} poll"),
            Row.Exact(Name, Ours, ContenderKind.Ours, server.Asked.Count / (double)Repetitions, $"calls/{provider} poll"),
        ];
    }

    private async Task<double> TimeAsync(IQuoteProvider provider, string name, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var pages = await Task.WhenAll(
            Tickers.All.Chunk(MarketPlan.SymbolsPerPage).Select(page => provider.GetAsync(page, cancellationToken))
        );
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var quotes = pages.Sum(page => page.Count);
        return quotes == Tickers.Count
            ? took
            : throw new BenchmarkException($"{Name}: {name} told {quotes} of {Tickers.Count} symbols; nothing was timed.");
    }
}
