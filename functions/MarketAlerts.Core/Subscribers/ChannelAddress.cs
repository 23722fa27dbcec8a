using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Levels;

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
                : Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
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

/// <summary>
/// Names an address in eight bytes, so that none stands in a link. The lowest bit says whether it is a mail address: a page must look the
/// same when its subscriber is gone, and no profile can be asked.
/// </summary>
public static class AddressHash
{
    private const ulong MailBit = 1;

    /// <summary>
    /// The hash of an address on its channel (XxHash64 but for the lowest bit); the case of a mail address does not count.
    /// </summary>
    public static long Hash(ChannelAddress address)
    {
        var text = address.Kind is ChannelKind.Email ? address.Address.Trim().ToLowerInvariant() : address.Address;
        var hash = XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{address.Kind}|{text}"));
        return unchecked((long)(address.Kind is ChannelKind.Email ? hash | MailBit : hash & ~MailBit));
    }

    /// <summary>Whether a hash names a mail address.</summary>
    public static bool IsMail(long hash) => (unchecked((ulong)hash) & MailBit) is MailBit;
}

/// <summary>An address a subscriber wants to be told at, and what goes there.</summary>
/// <param name="To">The address.</param>
/// <param name="From">Only messages at least so severe go there.</param>
/// <param name="OptedOut">Whether the subscriber said stop to this address.</param>
public sealed record ChannelChoice(ChannelAddress To, Severity From, bool OptedOut)
{
    /// <summary>Why nothing is sent there any more, in our words; null while it works.</summary>
    public string? Broken { get; init; }

    /// <summary>
    /// When sending failed there for a reason of the address that may pass, such as a full mailbox, newest last (UTC); null for never.
    /// </summary>
    public IReadOnlyList<DateTimeOffset>? SoftFailures { get; init; }

    /// <summary>Whether messages go there.</summary>
    public bool IsOpen(Severity severity) => !OptedOut && Broken is null && severity >= From;
}
