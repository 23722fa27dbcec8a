namespace MarketAlerts.Core.Subscribers;

/// <summary>How a subscriber says stop. Pure; where nothing changes it returns the very profile it was given.</summary>
public static class OptOuts
{
    /// <summary>The addresses messages still go to.</summary>
    public static IReadOnlyList<ChannelAddress> OpenAddresses(Subscriber profile) =>
        profile.Unsubscribed ? [] : [.. profile.OpenTo.Where(IsOpen).Select(choice => choice.To)];

    /// <summary>Stops one address, and the whole subscription when no other one is open.</summary>
    public static Subscriber Stop(Subscriber profile, long address)
    {
        var stopped = StopHere(profile, address);
        return ReferenceEquals(stopped, profile) || stopped.OpenTo.Any(IsOpen)
            ? stopped
            : StopAll(profile.Channels is null ? profile : stopped);
    }

    /// <summary>Stops one address and nothing else: others that are entered later get messages again.</summary>
    public static Subscriber StopHere(Subscriber profile, long address)
    {
        bool IsMeant(ChannelChoice choice) => !choice.OptedOut && AddressHash.Hash(choice.To) == address;
        return profile.OpenTo.Any(IsMeant)
            ? profile with
            {
                Channels = [.. profile.OpenTo.Select(choice => IsMeant(choice) ? choice with { OptedOut = true } : choice)],
            }
            : profile;
    }

    /// <summary>Stops everything.</summary>
    public static Subscriber StopAll(Subscriber profile) => profile.Unsubscribed ? profile : profile with { Unsubscribed = true };

    private static bool IsOpen(ChannelChoice choice) => choice is { OptedOut: false, Broken: null };
}
