using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Notifications.Channels;

namespace MarketAlerts.Core.Notifications.Links;

/// <summary>Names an address in eight bytes, so that none stands in a link.</summary>
public static class AddressHash
{
    /// <summary>The hash of an address on its channel (XxHash64); the case of a mail address does not count.</summary>
    public static long Of(ChannelAddress address)
    {
        var text = address.Kind is ChannelKind.Email ? address.Address.Trim().ToLowerInvariant() : address.Address;
        return unchecked((long)XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{address.Kind}|{text}")));
    }
}
