using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Tests.Pumps;

/// <summary>A function as the app's are; without the attributes, so that nobody takes it for one.</summary>
public sealed class ProbeFunction(Probe probe)
{
    internal static QueueFunction On(string queue) => new(nameof(ProbeFunction), typeof(ProbeFunction).GetMethod(nameof(RunAsync))!, queue);

    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        probe.Saw(message);
    }
}
