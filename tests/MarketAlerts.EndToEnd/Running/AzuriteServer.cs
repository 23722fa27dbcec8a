using System.Net;
using System.Net.Sockets;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>An Azurite process in memory on free loopback ports, with many storage accounts that know nothing of each other.</summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    private const int Accounts = 500;
    private const string Key = "a2V5"; // Nothing is kept, so there is nothing to guard.

    private readonly ChildProcess _process;
    private readonly string _endpoints;
    private int _taken;

    private AzuriteServer(ChildProcess process, string endpoints)
    {
        _process = process;
        _endpoints = endpoints;
    }

    public static async Task<AzuriteServer> StartAsync()
    {
        var script = Path.Combine(Repository.Root, "node_modules", "azurite", "dist", "src", "azurite.js");
        File.Exists(script).ShouldBeTrue("Azurite is not installed: run 'npm ci' in the repository, or 'dotnet run dev.cs test'.");
        var (blob, queue, table) = FreePorts();
        var process = new ChildProcess(
            "node",
            [
                script,
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--blobPort",
                $"{blob}",
                "--queuePort",
                $"{queue}",
                "--tablePort",
                $"{table}",
            ],
            new Dictionary<string, string>
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{NameOf(number)}:{Key}")),
            }
        );
        await process.SeeAsync(
            line => line.Contains("Azurite Table service is successfully listening", StringComparison.Ordinal),
            CancellationToken.None
        );
        return new AzuriteServer(process, $"BlobEndpoint={Endpoint(blob)};QueueEndpoint={Endpoint(queue)};TableEndpoint={Endpoint(table)}");
    }

    /// <summary>The connection string of an account that was not taken before.</summary>
    public string TakeAccount()
    {
        var number = Interlocked.Increment(ref _taken);
        number.ShouldBeLessThanOrEqualTo(Accounts, "there are more tests than accounts");
        var name = NameOf(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};"
            + $"{_endpoints.Replace("ACCOUNT", name, StringComparison.Ordinal)}";
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string NameOf(int number) => $"test{number}";

    private static string Endpoint(int port) => $"http://127.0.0.1:{port}/ACCOUNT";

    /// <summary>Three at once: one that is let go again may be given a second time.</summary>
    private static (int Blob, int Queue, int Table) FreePorts()
    {
        using var blob = new TcpListener(IPAddress.Loopback, 0);
        using var queue = new TcpListener(IPAddress.Loopback, 0);
        using var table = new TcpListener(IPAddress.Loopback, 0);
        return (PortOf(blob), PortOf(queue), PortOf(table));
    }

    private static int PortOf(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
