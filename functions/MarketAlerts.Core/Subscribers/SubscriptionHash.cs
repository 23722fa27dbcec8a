using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Subscribers;

/// <summary>Names a subscription in eight bytes, where a pending crossing has no room for more.</summary>
public static class SubscriptionHash
{
    /// <summary>The hash of a subscriber's rule (XxHash64).</summary>
    public static long Hash(SubscriberId subscriber, Rule rule) =>
        unchecked((long)XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{subscriber}|{rule}")));
}
