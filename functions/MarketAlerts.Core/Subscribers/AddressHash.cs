using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.Subscribers;

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
