using MarketAlerts.EndToEnd.Worker;
using MarketAlerts.Testing.FunctionsHost;

[assembly: AssemblyFixture(typeof(WorkerApp))]

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>The published app that the tests of the worker share; published when first needed.</summary>
public sealed class WorkerApp : IDisposable
{
    private static readonly Lazy<Task<PublishedApp>> Published = new(() => PublishedApp.OfTheBuildAsync(CancellationToken.None));

    /// <summary>Its folder.</summary>
    internal static async Task<string> FolderAsync(CancellationToken cancellationToken) =>
        (await Published.Value.WaitAsync(cancellationToken)).Path;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Published is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            Published.Value.Result.Dispose();
        }
    }
}
