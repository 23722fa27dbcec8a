using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Ends a subscription by its signed link (RFC 8058): looking changes nothing, only the act does, and doing it twice is doing it once.</summary>
public sealed class Unsubscriber(IUnsubscribeLinks links, IRecipientStore recipients)
{
    private const int Attempts = 5;

    /// <summary>What a page shows before anything is done; the same whether or not the subscriber exists.</summary>
    public UnsubscribeAnswer Look(string? token) => links.Read(token) is null ? UnsubscribeAnswer.Invalid : UnsubscribeAnswer.Ask;

    /// <summary>Ends the subscription; what waits is dropped at the next flush, which looks at the profile first.</summary>
    public async Task<UnsubscribeAnswer> ActAsync(string? token, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } subscriber)
        {
            return UnsubscribeAnswer.Invalid;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await recipients.LoadProfileAsync(subscriber, cancellationToken) is not { Unsubscribed: false } profile
                || await recipients.SaveProfileAsync(profile with { Unsubscribed = true }, cancellationToken))
            {
                return UnsubscribeAnswer.Done;
            }
        }

        throw new InvalidOperationException("The profile kept changing while its reader unsubscribed.");
    }
}
