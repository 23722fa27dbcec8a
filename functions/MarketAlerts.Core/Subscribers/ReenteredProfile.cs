namespace MarketAlerts.Core.Subscribers;

/// <summary>
/// A file's profile over the one that is stored: the file says what is wanted, and what only the subscriber's own links or sending itself
/// have changed stays. Pure.
/// </summary>
internal static class ReenteredProfile
{
    /// <summary>The profile to save, at the version of the stored one.</summary>
    public static Subscriber Merge(Subscriber entered, Subscriber? before, DateTimeOffset now) =>
        entered with
        {
            Unsubscribed = before?.Unsubscribed ?? entered.Unsubscribed,
            // Links of a profile that was deleted do not act on the one that is entered anew.
            LinksSince = before is null ? LinkTime.Truncate(now) : before.LinksSince,
            Channels = ChannelsOf(entered, before),
            Snoozes = SnoozesOf(entered, before, now),
            ETag = before?.ETag,
        };

    /// <summary>Who leaves the channels out has a mail all the same, and may have said stop to it.</summary>
    private static ChannelChoice[]? ChannelsOf(Subscriber entered, Subscriber? before)
    {
        ChannelChoice[] kept =
        [
            .. entered.OpenTo.Select(choice => Keep(choice, before?.OpenTo.FirstOrDefault(known => known.To.IsSameAs(choice.To)))),
        ];
        return entered.Channels is null && kept.SequenceEqual(entered.OpenTo) ? null : kept;
    }

    private static ChannelChoice Keep(ChannelChoice entered, ChannelChoice? known) =>
        known is null ? entered : entered with { OptedOut = known.OptedOut, Broken = known.Broken, SoftFailures = known.SoftFailures };

    private static Snooze[]? SnoozesOf(Subscriber entered, Subscriber? before, DateTimeOffset now)
    {
        Snooze[] snoozes =
        [
            .. (entered.Snoozes ?? []).Select(snooze => snooze with { InFile = true }),
            .. (before?.Snoozes ?? []).Where(snooze => snooze.InFile is not true && snooze.Until > now),
        ];
        return snoozes is [] ? null : snoozes;
    }
}
