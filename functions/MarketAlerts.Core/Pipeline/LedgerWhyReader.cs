using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Finds the lines of a reader in the ledger: those of mails that belong to the incident, and those of items, which do not name theirs.</summary>
public sealed class LedgerWhyReader(IRecipientStore recipients) : IWhyReader
{
    private const int MostLines = 100;
    private const int DigitsOfASession = 8;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WhyLine>> ReadAsync(SubscriberId subscriber, string incidentId, CancellationToken cancellationToken)
    {
        var lines = new List<WhyLine>();
        await foreach (var entry in recipients.ReadLedgerAsync(cancellationToken))
        {
            if (entry.Subscriber == subscriber && lines.Count < MostLines && IsAbout(entry.Subject, incidentId))
            {
                lines.Add(new WhyLine(entry.At, entry.Decision, entry.Reason));
            }
        }

        return lines;
    }

    private static bool IsAbout(string subject, string incidentId) =>
        subject.Contains($".{incidentId}.", StringComparison.Ordinal) || !IsMail(subject);

    private static bool IsMail(string subject) => subject.IndexOf('.', StringComparison.Ordinal) is DigitsOfASession && subject.AsSpan(0, DigitsOfASession).IndexOfAnyExceptInRange('0', '9') < 0;
}
