using System.Diagnostics;
using System.Globalization;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.Sources;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Benchmarks.W6;

/// <summary>W6: from the start of a process to the first function that could run, and its memory after a poll of 10,000 symbols; as built and as published, if it can be published here.</summary>
internal sealed class StartWorkload : IWorkload
{
    /// <summary>The unit of the first goal.</summary>
    public const string UntilReady = "ms, process start to first function ready";

    /// <summary>The unit of the second goal.</summary>
    public const string Memory = "MiB after a poll of 10,000 symbols";

    private const int Starts = 7;
    private const int Pages = Tickers.Count / MarketPlan.SymbolsPerPage;
    private const double KilobytesOfAMebibyte = 1_024;

    public string Name => "W6";

    public string Title => "start to the first function ready, and memory after a poll of 10,000 symbols (the production composition in a process of its own)";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var server = await FakeServer.StartAsync(Answer);
        await using (var desk = new PollDesk())
        {
            progress.Say($"{Name}: entering 10,000 symbols, and the first poll of the day");
            await desk.EnterAsync(cancellationToken);
            await desk.PollAsync(progress, cancellationToken);
        }

        var rows = new List<Row>();
        if (await PublishedProgram.MakeAsync(progress, cancellationToken) is { } published)
        {
            using (published)
            {
                rows.AddRange(await MeasureAsync("MarketAlerts, published (ReadyToRun)", ContenderKind.Ours, published.Path, server.Url, progress, cancellationToken));
            }
        }

        rows.AddRange(await MeasureAsync("MarketAlerts, built (compiled as it runs)", rows.Count is 0 ? ContenderKind.Ours : ContenderKind.Peer, typeof(StartWorkload).Assembly.Location, server.Url, progress, cancellationToken));
        return rows;
    }

    private async Task<Row[]> MeasureAsync(string who, ContenderKind kind, string program, string server, Progress progress, CancellationToken cancellationToken)
    {
        var (times, busy, memory, peak) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            progress.Step($"{Name}: {who}, start {start + 1}");
            var (ready, cpu, resident, most) = await StartAsync(program, server, cancellationToken);
            times.Add(ready);
            busy.Add(cpu);
            memory.Add(resident);
            peak.Add(most);
        }

        return [RowOf(who, kind, times, UntilReady), RowOf(who, kind, busy, "ms of a processor until then"), RowOf(who, kind, memory, Memory), RowOf(who, kind, peak, "MiB at most")];
    }

    private async Task<(double Milliseconds, double Busy, double Mebibytes, double Most)> StartAsync(string program, string server, CancellationToken cancellationToken)
    {
        var info = new ProcessStartInfo("dotnet", [program, StartProgram.Word, server, TestAccount.ConnectionString]) { RedirectStandardOutput = true, UseShellExecute = false };
        info.Environment["DOTNET_TieredPGO"] = "0"; // As the app is compiled.
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var first = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var ready = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var said = first?.Split(' ') ?? [];
        var figures = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode is not 0 || said is not [StartProgram.Ready, var cpu] || figures is not [var pages, var resident, var most] || pages != Pages.ToString(CultureInfo.InvariantCulture))
        {
            throw new BenchmarkException($"{Name}: the process ended with {process.ExitCode} after '{first}' and '{string.Join(' ', figures)}', not with {Pages} pages read.");
        }

        return (ready, double.Parse(cpu, CultureInfo.InvariantCulture), MebibytesOf(resident), MebibytesOf(most));
    }

    private static double MebibytesOf(string kilobytes) => double.Parse(kilobytes, CultureInfo.InvariantCulture) / KilobytesOfAMebibyte;

    private Row RowOf(string who, ContenderKind kind, List<double> values, string unit)
    {
        values.Sort();
        return new Row(Name, who, kind, values[values.Count / 2], values[0], unit);
    }

    private static Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        { } path when path.Contains("/snapshot/", StringComparison.Ordinal) => ProviderServer.Massive(context),
        "/halts" => Answers.Text("""<?xml version="1.0"?><rss version="2.0"><channel><title>halts</title></channel></rss>""", "application/xml")(context),
        _ => Answers.Text("""{"status":"OK","results":[]}""")(context),
    };
}
