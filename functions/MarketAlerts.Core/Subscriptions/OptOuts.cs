using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Notifications.Links;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>How a reader says stop. Pure; where nothing changes it returns the very profile it was given.</summary>
public static class OptOuts
{
    /// <summary>The addresses messages still go to.</summary>
    public static IReadOnlyList<ChannelAddress> OpenAddresses(Subscriber profile) =>
        profile.Unsubscribed ? [] : [.. profile.OpenTo.Where(IsOpen).Select(choice => choice.To)];

    /// <summary>Stops one address, and the whole subscription when no other one is open.</summary>
    public static Subscriber Stop(Subscriber profile, long address)
    {
        if (!profile.OpenTo.Any(choice => !choice.OptedOut && AddressHash.Of(choice.To) == address))
        {
            return profile;
        }

        var stopped = profile.OpenTo.Select(choice => AddressHash.Of(choice.To) == address ? choice with { OptedOut = true } : choice).ToArray();
        return stopped.Any(IsOpen) ? profile with { Channels = stopped } : StopAll(profile.Channels is null ? profile : profile with { Channels = stopped });
    }

    /// <summary>Stops everything.</summary>
    public static Subscriber StopAll(Subscriber profile) => profile.Unsubscribed ? profile : profile with { Unsubscribed = true };

    private static bool IsOpen(ChannelChoice choice) => choice is { OptedOut: false, Broken: null };
}
