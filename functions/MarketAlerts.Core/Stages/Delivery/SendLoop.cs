using System.Threading.Channels;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Sends and records what was claimed, so many at a time as there are connections.</summary>
public sealed class SendLoop(MailSender sender, SenderOptions options)
{
    /// <summary>Begins to send; ends when all that was handed on is sent.</summary>
    public Task RunAsync(ChannelReader<UnsentMail> outgoing, FlushOutcome outcome, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, options.ParallelSends).Select(_ => SendAsync(outgoing, outcome, cancellationToken)).ToArray());

    private async Task SendAsync(ChannelReader<UnsentMail> outgoing, FlushOutcome outcome, CancellationToken cancellationToken)
    {
        await foreach (var next in outgoing.ReadAllAsync(cancellationToken))
        {
            try
            {
                var latency = next.IsAgain
                    ? await sender.SendAgainAsync(next, cancellationToken)
                    : await sender.SendAsync(next.Mail, next.Row, cancellationToken);
                if (latency is { } took)
                {
                    outcome.Add(took);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                outcome.Add(failure);
            }
        }
    }
}
