using System.Diagnostics;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.Sources;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Core.Messages;
using MarketAlerts.Testing.FunctionsHost;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.ServiceBus;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Benchmarks.W6;

/// <summary>
/// W6: the published app in the real worker, under a host that speaks the real contract: from the start of its process to all functions
/// loaded, and its memory then and after a poll of 10,000 symbols; compiled ahead as it is deployed, and as it is built.
/// </summary>
internal sealed class StartWorkload : IWorkload
{
    /// <summary>The unit of the first goal.</summary>
    public const string UntilLoaded = "ms, process start to all functions loaded";

    /// <summary>The unit of the second goal.</summary>
    public const string Memory = "MiB after a poll of 10,000 symbols";

    private const int Starts = 7;
    private const int Pages = Tickers.Count / MarketPlan.SymbolsPerPage;
    private const int ConcurrentMessages = 16; // As host.json has it.
    private const string Poll = "PollQuotes";
    private const string Read = "ReadQuotes";

    public string Name => "W6";

    public string Title =>
        "start to all functions loaded, and memory after a poll of 10,000 symbols (the published app in the real worker)";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var server = await FakeServer.StartAsync(Answer);
        await using (var desk = new PollWorld())
        {
            progress.Say($"{Name}: entering 10,000 symbols, and the first poll of the day");
            await desk.EnterAsync(cancellationToken);
            await desk.PollAsync(progress, cancellationToken);
        }

        progress.Say($"{Name}: publishing the app");
        try
        {
            using var ahead = await PublishedApp.CompiledAheadAsync(cancellationToken);
            using var built = await PublishedApp.OfTheBuildAsync(cancellationToken);
            return
            [
                .. await MeasureAsync(
                    "MarketAlerts, published (ReadyToRun)",
                    ContenderKind.Ours,
                    ahead.Path,
                    server.Url,
                    progress,
                    cancellationToken
                ),
                .. await MeasureAsync(
                    "MarketAlerts, built (compiled as it runs)",
                    ContenderKind.Peer,
                    built.Path,
                    server.Url,
                    progress,
                    cancellationToken
                ),
            ];
        }
        catch (InvalidOperationException failure)
        {
            throw new BenchmarkException($"{Name}: {failure.Message}");
        }
    }

    private async Task<Row[]> MeasureAsync(
        string who,
        ContenderKind kind,
        string app,
        string server,
        Progress progress,
        CancellationToken cancellationToken
    )
    {
        var starts = new List<StartFigures>();
        for (var start = 0; start < Starts; start++)
        {
            progress.Step($"{Name}: {who}, start {start + 1}");
            starts.Add(await StartAsync(app, server, cancellationToken));
        }

        return
        [
            RowOf(who, kind, starts.Select(start => start.Milliseconds), UntilLoaded),
            RowOf(who, kind, starts.Select(start => start.Busy), "ms of a processor until then"),
            RowOf(who, kind, starts.Select(start => start.Loaded), "MiB when loaded"),
            RowOf(who, kind, starts.Select(start => start.Polled), Memory),
            RowOf(who, kind, starts.Select(start => start.Most), "MiB at most"),
        ];
    }

    private async Task<StartFigures> StartAsync(string app, string server, CancellationToken cancellationToken)
    {
        await using var broker = BrokerDouble.Start(TimeProvider.System, [.. QueueNames.All]);
        var settings = SettingsOf(server, broker);
        var clock = Stopwatch.GetTimestamp();
        await using var host = await HostDouble.StartAsync(app, settings);
        await host.LoadAsync(cancellationToken);
        var milliseconds = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var (busy, loaded) = (
            ProcessFigures.BusyMilliseconds(host.ProcessId),
            ProcessFigures.Mebibytes(host.ProcessId, ProcessFigures.Resident)
        );
        await host.FireAsync(Poll, cancellationToken);
        var pages = broker.Queue(QueueNames.QuotePages).TakeAll();
        if (pages.Count is not Pages)
        {
            throw new BenchmarkException($"{Name}: {Poll} asked for {pages.Count} pages, not {Pages}.\n{host.Heard}");
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentMessages, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(pages, parallel, async (page, token) => await host.DeliverAsync(Read, page.Body, token));
        return new StartFigures(
            milliseconds,
            busy,
            loaded,
            ProcessFigures.Mebibytes(host.ProcessId, ProcessFigures.Resident),
            ProcessFigures.Mebibytes(host.ProcessId, ProcessFigures.Most)
        );
    }

    private static Dictionary<string, string?> SettingsOf(string server, BrokerDouble broker) =>
        new()
        {
            ["Storage__ConnectionString"] = TestAccount.ConnectionString,
            ["ServiceBus"] = broker.ConnectionString,
            ["Links__BaseUrl"] = "https://alerts.example.com",
            ["Links__SigningKey"] = "q0Y7xv2pVbqS8kqg8m1cTRHq1mPZr7pJt0xw3Yy4f9M=", // Of nobody.
            ["Quotes__Massive__BaseUrl"] = server,
            ["Quotes__Massive__ApiKey"] = "key",
            ["News__Halts__Address"] = $"{server}/halts",
            ["News__AllowPrivateAddresses"] = "true",
            // Telemetry is made and goes nowhere: port 9 of this machine is nobody's.
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
                "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://127.0.0.1:9/",
            ["IDENTITY_ENDPOINT"] = $"{server}/identity",
            ["IDENTITY_HEADER"] = "header",
            ["MARKETALERTS_TEST_NOW"] = "2025-01-27T21:00:00Z", // The close of the session whose quotes the server has.
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "MarketAlerts.ClockHook.dll"),
        };

    private Row RowOf(string who, ContenderKind kind, IEnumerable<double> values, string unit)
    {
        var sorted = values.Order().ToArray();
        return new Row(Name, who, kind, sorted[sorted.Length / 2], sorted[0], unit);
    }

    private static Task Answer(HttpContext context) =>
        context.Request.Path.Value switch
        {
            { } path when path.Contains("/snapshot/", StringComparison.Ordinal) => ProviderServer.Massive(context),
            "/halts" => Answers.Text(
                """<?xml version="1.0"?><rss version="2.0"><channel><title>halts</title></channel></rss>""",
                "application/xml"
            )(context),
            "/identity" => Answers.Text(
                """{"access_token":"token","expires_on":"4102444800","resource":"monitor","token_type":"Bearer"}"""
            )(context),
            _ => Answers.Text("""{"status":"OK","results":[]}""")(context),
        };

    private sealed record StartFigures(double Milliseconds, double Busy, double Loaded, double Polled, double Most);
}
