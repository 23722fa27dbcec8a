using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Notifications.Links;

namespace MarketAlerts.Core.Subscriptions;

/// <summary>What readers said themselves by the links in their messages; a watch file that is entered again does not undo it. Pure.</summary>
public static class ReaderChoices
{
    /// <summary>A profile as it is entered, with what its reader said before.</summary>
    public static Subscriber Keep(Subscriber entered, Subscriber? before) => before is null ? entered : entered with
    {
        Unsubscribed = before.Unsubscribed,
        Snoozes = before.Snoozes,
        LinksSince = before.LinksSince,
        Channels = ChannelsOf(entered, before),
        ETag = before.ETag,
    };

    /// <summary>An address keeps that it was stopped, and how it failed; null stays null while that is nothing.</summary>
    private static ChannelChoice[]? ChannelsOf(Subscriber entered, Subscriber before)
    {
        var known = before.OpenTo.GroupBy(choice => AddressHash.Of(choice.To)).ToDictionary(same => same.Key, same => same.Last());
        var kept = entered.OpenTo.Select(choice => known.GetValueOrDefault(AddressHash.Of(choice.To)) is not { } old ? choice : choice with
        {
            OptedOut = choice.OptedOut || old.OptedOut,
            Broken = choice.Broken ?? old.Broken,
            SoftFailures = choice.SoftFailures ?? old.SoftFailures,
        }).ToArray();
        return entered.Channels is null && kept.SequenceEqual(entered.OpenTo) ? null : kept;
    }
}
