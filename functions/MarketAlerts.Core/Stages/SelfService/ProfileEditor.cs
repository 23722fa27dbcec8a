using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Changes profiles against the version they were read at, as often as somebody else is faster.</summary>
public sealed class ProfileEditor(IProfileStore profiles)
{
    /// <summary>Changes a profile; nothing is written when there is none, or when the edit returns the very profile it was given.</summary>
    /// <returns>The profile as it now stands, or null.</returns>
    public Task<Subscriber?> EditAsync(SubscriberId subscriber, Func<Subscriber, Subscriber> edit, CancellationToken cancellationToken)
    {
        return OptimisticWrite.RunAsync(EditOnceAsync, "The profile kept changing while its subscriber changed it.", cancellationToken);

        async Task<(bool IsSaved, Subscriber? After)> EditOnceAsync()
        {
            var before = await profiles.LoadProfileAsync(subscriber, cancellationToken);
            var after = before is null ? null : edit(before);
            var isNothing = after is null || ReferenceEquals(after, before);
            return (isNothing || await profiles.SaveProfileAsync(after!, cancellationToken), after);
        }
    }
}
