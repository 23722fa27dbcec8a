using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.Subscribers;

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
