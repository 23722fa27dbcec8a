using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// What subscribers do by the links in their messages; doing it twice is doing it once. For a subscriber that is not there it does nothing
/// and says the same.
/// </summary>
public sealed class SubscriberActions(ProfileEditor profiles, IVoteStore votes, HoldRelease held, MarketClock clock)
{
    /// <summary>Pauses the incident of a link.</summary>
    /// <returns>When the pause ends, or null when that cannot be chosen any more.</returns>
    public async Task<DateTimeOffset?> PauseAsync(LinkClaim claim, SnoozeChoice choice, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        foreach (var (_, until) in SnoozeTimes.At(now, clock.Calendar).Where(possible => possible.Choice == choice))
        {
            await profiles.EditAsync(
                claim.Subscriber,
                profile => SnoozeEdits.Begin(profile, SnoozeScope.Incident, claim.Incident, until, now),
                cancellationToken
            );
            return until;
        }

        return null;
    }

    /// <summary>Lets only severe alerts through until the subscriber's day ends.</summary>
    /// <returns>When that is.</returns>
    public async Task<DateTimeOffset> OnlySevereAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var until = EndOfDay(visit);
        await profiles.EditAsync(
            visit.Claim.Subscriber,
            profile => SnoozeEdits.Begin(profile, SnoozeScope.BelowSevere, "", until, now),
            cancellationToken
        );
        return until;
    }

    /// <summary>When the day of a subscriber ends, in their zone; in New York for nobody.</summary>
    public DateTimeOffset EndOfDay(LinkVisit visit) => SnoozeTimes.EndOfDay(clock.Now, visit.Profile?.Zone ?? MarketCalendar.NewYork);

    /// <summary>
    /// Ends a snooze before its time; what it held is looked at anew. Where nothing was paused nothing is read. The profile forgets the
    /// snooze last: after a crash the same again does the rest.
    /// </summary>
    public async Task ResumeAsync(LinkClaim claim, SnoozeScope scope, string name, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var ended = await profiles.EditAsync(claim.Subscriber, profile => SnoozeEdits.End(profile, scope, name, now), cancellationToken);
        if (ended is not null && SnoozeEdits.IsOver(ended, scope, name, now))
        {
            await held.LookAgainAsync(claim.Subscriber, now, cancellationToken);
            await profiles.EditAsync(claim.Subscriber, profile => SnoozeEdits.Forget(profile, scope, name, now), cancellationToken);
        }
    }

    /// <summary>Makes all links written before now stop working but for those that unsubscribe, the one that is used for it too.</summary>
    public Task EndLinksAsync(LinkClaim claim, CancellationToken cancellationToken)
    {
        var since = LinkTime.Truncate(clock.Now);
        return profiles.EditAsync(
            claim.Subscriber,
            profile => profile.LinksSince >= since ? profile : profile with { LinksSince = since },
            cancellationToken
        );
    }

    /// <summary>
    /// Keeps what a subscriber thinks of an alert; a later vote on the same incident and rule takes the place of an earlier one.
    /// </summary>
    public async Task VoteAsync(LinkVisit visit, VoteKind kind, CancellationToken cancellationToken)
    {
        if (visit is not { Profile: { } profile, Claim: { } claim })
        {
            return;
        }

        var rule = profile.Rules.FirstOrDefault(rule => SubscriptionHash.Hash(claim.Subscriber, rule) == claim.Rule);
        await votes.SaveAsync(new Vote(claim.Subscriber, claim.Incident, claim.Rule, rule, kind, clock.Now), cancellationToken);
    }
}
