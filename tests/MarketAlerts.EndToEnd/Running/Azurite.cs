using System.Net;
using System.Net.Sockets;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>A real Azurite in memory on free loopback ports, of this test alone: the tables' names are fixed, so replays do not share one.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" // Every Azurite has this key: it is no secret.
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly ChildProcess _process;

    private Azurite(ChildProcess process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        var script = Path.Combine(Repository.Root, "node_modules", "azurite", "dist", "src", "azurite.js");
        File.Exists(script).ShouldBeTrue("Azurite is not installed: run 'npm ci' in the repository, or 'dotnet run dev.cs test'.");
        var (blob, queue, table) = (FreePort(), FreePort(), FreePort());
        var process = new ChildProcess(
            "node",
            [
                script, "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}",
            ],
            new Dictionary<string, string>());
        await process.SeeAsync(line => line.Contains("Azurite Table service is successfully listening", StringComparison.Ordinal), cancellationToken);
        return new Azurite(
            process,
            $"{Account};BlobEndpoint={Endpoint(blob)};QueueEndpoint={Endpoint(queue)};TableEndpoint={Endpoint(table)}");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Endpoint(int port) => $"http://127.0.0.1:{port}/devstoreaccount1";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
