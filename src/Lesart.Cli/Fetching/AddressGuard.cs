using System.Net;
using System.Net.Sockets;

namespace Lesart.Cli.Fetching;

/// <summary>Tells public internet addresses from those that only this machine or its network can reach.</summary>
internal static class AddressGuard
{
    // First and last bits of networks that are not public (IANA special-purpose registries).
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),

        // Global unicast is 2000::/3 alone: whatever lies outside of it is not public, nor are the special blocks within.
        IPNetwork.Parse("::/3"), IPNetwork.Parse("4000::/2"), IPNetwork.Parse("8000::/1"), IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>Whether anyone on the internet means the same machine by the address. An IPv4 address inside an IPv6 one decides for it.</summary>
    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = Embedded(address) ?? address;
        return !Special.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    // Mapped (::ffff:0:0/96), translated (64:ff9b::/96), 6to4 (2002::/16).
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        if (bytes.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]))
            return new IPAddress(bytes.AsSpan(12, 4));
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes.AsSpan(2, 4)) : null;
    }
}
