using System.Net;
using System.Net.Sockets;

namespace MarketAlerts.Adapters.Http;

/// <summary>
/// Tells addresses of the public internet from those of a machine, a network or a cloud's own services. IPv6 forms that carry an IPv4
/// address are as good as the address inside; 6to4 and Teredo, which nobody serves feeds on, are none.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Kept =
    [
        IPNetwork.Parse("0.0.0.0/8"), // This network.
        IPNetwork.Parse("10.0.0.0/8"), // Private.
        IPNetwork.Parse("100.64.0.0/10"), // Carriers' translation.
        IPNetwork.Parse("127.0.0.0/8"), // Loopback.
        IPNetwork.Parse("168.63.129.16/32"), // Azure's platform services.
        IPNetwork.Parse("169.254.0.0/16"), // Link-local, instance metadata among them.
        IPNetwork.Parse("172.16.0.0/12"), // Private.
        IPNetwork.Parse("192.0.0.0/24"), // Protocol assignments.
        IPNetwork.Parse("192.0.2.0/24"), // Documentation.
        IPNetwork.Parse("192.88.99.0/24"), // 6to4 relays.
        IPNetwork.Parse("192.168.0.0/16"), // Private.
        IPNetwork.Parse("198.18.0.0/15"), // Benchmarks.
        IPNetwork.Parse("198.51.100.0/24"), // Documentation.
        IPNetwork.Parse("203.0.113.0/24"), // Documentation.
        IPNetwork.Parse("224.0.0.0/4"), // Multicast.
        IPNetwork.Parse("240.0.0.0/4"), // Reserved, and broadcast.
        IPNetwork.Parse("2001::/23"), // Protocol assignments, Teredo among them.
        IPNetwork.Parse("2001:db8::/32"), // Documentation.
        IPNetwork.Parse("2002::/16"), // 6to4.
        IPNetwork.Parse("3fff::/20"), // Documentation.
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Carriers =
    [
        IPNetwork.Parse("::ffff:0:0/96"),
        IPNetwork.Parse("::/96"),
        IPNetwork.Parse("64:ff9b::/96"),
    ];

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = Plain(address);
        var isGlobal =
            plain.AddressFamily is AddressFamily.InterNetwork
            || (plain.AddressFamily is AddressFamily.InterNetworkV6 && Global.Contains(plain));
        return isGlobal && !Array.Exists(Kept, network => network.Contains(plain));
    }

    /// <summary>The address without a scope, or the IPv4 address that it carries in its last four bytes.</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        var unscoped = new IPAddress(bytes);
        var carries = unscoped.IsIPv4MappedToIPv6 || Array.Exists(Carriers, network => network.Contains(unscoped));
        return carries ? new IPAddress(bytes.AsSpan(12)) : unscoped;
    }
}
