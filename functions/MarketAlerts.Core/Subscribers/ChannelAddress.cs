namespace MarketAlerts.Core.Subscribers;

/// <summary>An address on a channel.</summary>
/// <param name="Kind">The channel.</param>
/// <param name="Address">
/// The mail address or the URL. A URL that is a secret itself, as those of chats are, stands as <c>secret:NAME</c>: the settings hold it,
/// section <c>ChannelSecrets</c>.
/// </param>
public sealed record ChannelAddress(ChannelKind Kind, string Address)
{
    private const string SecretMark = "secret:";

    /// <summary>The name of the setting that holds the URL, or null when the address is the URL itself.</summary>
    public string? SecretName => Address.StartsWith(SecretMark, StringComparison.Ordinal) ? Address[SecretMark.Length..] : null;

    /// <summary>
    /// How a subscriber or operator knows it without seeing all of it, such as <c>email a…@example.com</c>; safe in a log.
    /// </summary>
    public string Display => $"{Kind.ToString().ToLowerInvariant()} {Masked}";

    private string Masked =>
        SecretName
        ?? (
            Kind is not ChannelKind.Email
                ? Uri.TryCreate(Address, UriKind.Absolute, out var url)
                    ? url.IdnHost
                    : "(no address)"
                : Address.IndexOf('@', StringComparison.Ordinal) is var at and > 0
                    ? $"{Address[0]}…{Address[at..]}"
                    : "(no address)"
        );

    /// <summary>A mail address.</summary>
    public static ChannelAddress Email(string address) => new(ChannelKind.Email, address);

    /// <summary>Whether it is the same place; mail knows no upper case.</summary>
    public bool IsSameAs(ChannelAddress other) =>
        Kind == other.Kind
        && Address.Equals(other.Address, Kind is ChannelKind.Email ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Does not show the address.</summary>
    public override string ToString() => Display;
}

/// <summary>By what a message reaches a subscriber.</summary>
public enum ChannelKind
{
    /// <summary>A mail.</summary>
    Email,

    /// <summary>A signed JSON document, posted to the subscriber's own server.</summary>
    Webhook,

    /// <summary>A message in a Slack channel, by its incoming webhook.</summary>
    Slack,

    /// <summary>A card in a Teams channel, by its workflow's webhook.</summary>
    Teams,

    /// <summary>A message in a Discord channel, by its webhook.</summary>
    Discord,
}
