using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MarketAlerts.Benchmarks.Harness;
using Newtonsoft.Json;

namespace MarketAlerts.Benchmarks.W4.Alertmanager;

/// <summary>A Prometheus Alertmanager of our own that mails every recipient's alerts to the sink, at once.</summary>
internal sealed class AlertmanagerProcess : IAsyncDisposable
{
    private const string Program = "prometheus-alertmanager";
    private const string Listening = "Listening on";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly string _folder;
    private readonly HttpClient _http;

    private AlertmanagerProcess(Process process, string folder, int port)
    {
        (_process, _folder) = (process, folder);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };
    }

    /// <summary>Where it is installed, or null.</summary>
    public static string? Installed { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, Program))
            .FirstOrDefault(File.Exists);

    /// <summary>Starts one that sends mails of about so many characters to a port of this machine.</summary>
    public static async Task<AlertmanagerProcess> StartAsync(int sinkPort, int characters, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("marketalerts-alertmanager-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "alertmanager.yml"), AlertmanagerConfig.Of(sinkPort), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "mail.tmpl"), AlertmanagerConfig.TemplateOf(characters), cancellationToken);
        var port = FreePort();
        string[] arguments =
        [
            $"--config.file={Path.Combine(folder, "alertmanager.yml")}",
            $"--storage.path={Path.Combine(folder, "data")}",
            $"--web.listen-address=127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
            "--cluster.listen-address=",
            "--log.level=info",
        ];
        var start = new ProcessStartInfo(Installed!, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
            _ = line.Data?.Contains(Listening, StringComparison.Ordinal) is true && listening.TrySetResult();
        process.Exited += (_, _) => listening.TrySetException(new BenchmarkException($"W4: {Program} did not start."));
        process.EnableRaisingEvents = true;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await listening.Task.WaitAsync(LongestStart, TimeProvider.System, cancellationToken);
        return new AlertmanagerProcess(process, folder, port);
    }

    /// <summary>The body of a request that fires an alert for every recipient.</summary>
    public static byte[] AlertsFor(IEnumerable<string> recipients) =>
        Encoding.UTF8.GetBytes(
            JsonConvert.SerializeObject(
                recipients.Select(recipient => new
                {
                    labels = new
                    {
                        alertname = "chips",
                        severity = "severe",
                        recipient,
                    },
                    annotations = new { summary = "Chips trade sharply lower." },
                })
            )
        );

    /// <summary>Fires alerts.</summary>
    public async Task PostAsync(byte[] alerts, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(alerts);
        content.Headers.ContentType = new("application/json");
        using var answer = await _http.PostAsync(new Uri("/api/v2/alerts", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
