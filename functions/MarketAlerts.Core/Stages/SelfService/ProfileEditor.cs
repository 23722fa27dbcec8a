using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Changes profiles against the version they were read at, as often as somebody else is faster.</summary>
public sealed class ProfileEditor(ISubscriberStore subscribers)
{
    private const int Attempts = 5;

    /// <summary>Changes a profile; nothing is written when there is none, or when the edit returns the very profile it was given.</summary>
    /// <returns>The profile as it now stands, or null.</returns>
    public async Task<Subscriber?> EditAsync(
        SubscriberId subscriber,
        Func<Subscriber, Subscriber> edit,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await subscribers.LoadProfileAsync(subscriber, cancellationToken);
            var after = before is null ? null : edit(before);
            if (after is null || ReferenceEquals(after, before) || await subscribers.SaveProfileAsync(after, cancellationToken))
            {
                return after;
            }
        }

        throw new InvalidOperationException("The profile kept changing while its subscriber changed it.");
    }
}
