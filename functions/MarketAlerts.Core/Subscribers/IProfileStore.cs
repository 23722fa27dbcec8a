using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.Subscribers;

/// <summary>The profiles of people, by bucket, and all that is kept of one of them.</summary>
public interface IProfileStore
{
    /// <summary>The buckets; read once, at hand after that.</summary>
    ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken);

    /// <summary>A profile, or null.</summary>
    Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken);

    /// <summary>Saves a profile against the version it was read at, if it was read; false when somebody else saved first.</summary>
    Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken);

    /// <summary>All profiles of a bucket, in order of subscriber.</summary>
    IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>How many rows of each kind there are of a subscriber.</summary>
    Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken);

    /// <summary>Deletes every row of a subscriber, the profile last; returns how many of each kind.</summary>
    Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken);
}

/// <summary>How many rows of a kind there are, or went.</summary>
/// <param name="Kind">What they are, in words.</param>
/// <param name="Count">How many.</param>
public sealed record RowCount(string Kind, int Count);

/// <summary>
/// The buckets that people are spread over. How many there are is written beside the people, once: whoever counted otherwise would look for
/// them in the wrong place.
/// </summary>
/// <param name="all">Their names, in order.</param>
public sealed class SubscriberBuckets(IReadOnlyList<string> all)
{
    /// <summary>The names of all buckets.</summary>
    public IReadOnlyList<string> All { get; } = all;

    /// <summary>The bucket of a subscriber.</summary>
    public string BucketOf(SubscriberId subscriber) =>
        All[(int)(XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(subscriber.Text)) % (ulong)All.Count)];
}
