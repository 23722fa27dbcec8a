using MarketAlerts.EndToEnd.Running;

[assembly: AssemblyFixture(typeof(AzuriteServers))]

namespace MarketAlerts.EndToEnd.Running;

/// <summary>
/// The Azurite processes of a test run: started when first needed, ended with the run. Each has one thread, so there are two, taken in
/// turn.
/// </summary>
public sealed class AzuriteServers : IAsyncDisposable
{
    private static readonly Lazy<Task<AzuriteServer>>[] Servers = [new(AzuriteServer.StartAsync), new(AzuriteServer.StartAsync)];
    private static int _turn;

    /// <summary>The connection string of an account that nobody else gets.</summary>
    internal static async Task<string> TakeAccountAsync(CancellationToken cancellationToken)
    {
        var server = Servers[(uint)Interlocked.Increment(ref _turn) % (uint)Servers.Length];
        return (await server.Value.WaitAsync(cancellationToken)).TakeAccount();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers.Where(server => server.IsValueCreated && server.Value.IsCompletedSuccessfully))
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
