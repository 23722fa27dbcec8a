using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Webhooks;

/// <summary>Finds the URL that an address of a webhook or a chat stands for.</summary>
/// <param name="options">Whether this machine may be asked.</param>
/// <param name="secrets">The URLs that are known by name.</param>
public sealed class WebhookAddresses(WebhookOptions options, ChannelSecretOptions secrets)
{
    /// <summary>The URL, or the answer to a message that has none.</summary>
    public (Uri? Url, SendResult? Refusal) Find(ChannelAddress address)
    {
        var text = address.Address;
        if (address.SecretName is { } name && (!secrets.Urls.TryGetValue(name, out text) || string.IsNullOrWhiteSpace(text)))
        {
            return (
                null,
                new SendResult(SendOutcome.RetryAfter, $"Configuration: ChannelSecrets has no '{name}'.")
                {
                    Fault = SendFault.Configuration,
                }
            );
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && WebAddress.IsUsable(url) && (url.Scheme is "https" || IsLoopback(url))
            ? (url, null)
            : (
                null,
                new SendResult(SendOutcome.Rejected, "The address is none to post to: it must be an https address without a user's name.")
                {
                    Fault = SendFault.Address,
                }
            );
    }

    /// <summary>Whether an address is of this machine, and may be asked.</summary>
    public bool IsLoopback(Uri url) => options.AllowLoopback && url.IsLoopback;
}
