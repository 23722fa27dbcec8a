using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.LocalHost.Tests.Commands;

/// <summary>Dead letters of a build without the Azure packages.</summary>
internal sealed class OutOfReach : IDeadLetters
{
    public Task<IReadOnlyList<DeadLetter>> TakeAsync(string queue, CancellationToken cancellationToken) => throw new PlatformNotSupportedException("an outline");

    public Task PutBackAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ReleaseAsync(string queue, DeadLetter letter, CancellationToken cancellationToken) => throw new NotSupportedException();
}
