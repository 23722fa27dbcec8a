using MarketAlerts.Core.Messages;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>Makes every message that is published a step of the host's life.</summary>
/// <param name="life">The host's life.</param>
/// <param name="queue">The queue, which outlives it.</param>
internal sealed class WalkedPublisher(Lifeline life, WalkQueue queue) : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        life.StepAsync(
            "publish",
            () =>
            {
                queue.Put(message);
                return Task.FromResult(true);
            }
        );
}
