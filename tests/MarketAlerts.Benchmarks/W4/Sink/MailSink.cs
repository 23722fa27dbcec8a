using System.Diagnostics;
using System.Globalization;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W4.Sink;

/// <summary>The sink's process, seen from here.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly Process _process;

    private MailSink(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts one.</summary>
    /// <param name="delay">How long each reply takes.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<MailSink> StartAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(program) is "dotnet")
        {
            start.ArgumentList.Add(typeof(MailSink).Assembly.Location);
        }

        start.ArgumentList.Add(SinkProgram.Word);
        start.ArgumentList.Add(((int)delay.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync(cancellationToken) is { } port
            ? new MailSink(process, int.Parse(port, CultureInfo.InvariantCulture))
            : throw new BenchmarkException("W4: the mail sink did not start.");
    }

    /// <summary>From zero again.</summary>
    public Task ResetAsync(CancellationToken cancellationToken) => AskAsync("reset", cancellationToken);

    /// <summary>What it has taken since.</summary>
    public Task<SinkTotals> TotalsAsync(CancellationToken cancellationToken) => AskAsync("totals", cancellationToken);

    /// <summary>Waits until so many mails are there; fewer when it takes longer than a minute.</summary>
    public Task<SinkTotals> WaitAsync(int mails, CancellationToken cancellationToken) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"wait {mails} 60"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<SinkTotals> AskAsync(string order, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(order.AsMemory(), cancellationToken);
        return SinkTotals.Parse(
            await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new BenchmarkException("W4: the mail sink is gone.")
        );
    }
}
