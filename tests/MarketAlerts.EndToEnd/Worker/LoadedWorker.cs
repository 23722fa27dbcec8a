using MarketAlerts.Testing.FunctionsHost;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>A worker that some tests share, with its functions loaded.</summary>
public sealed class LoadedWorker : IAsyncLifetime
{
    private WorkerWorld _world = null!;

    internal HostDouble Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        _world = await WorkerWorld.OpenAsync(token);
        Host = await _world.StartAsync(token);
        await Host.LoadAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _world.DisposeAsync();
    }
}
