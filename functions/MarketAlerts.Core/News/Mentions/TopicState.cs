using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.News.Mentions;

/// <summary>What is known of the news of one symbol or topic between two looks.</summary>
/// <param name="Target">What it is about, such as <c>s.NVDA</c> or <c>t.a902f84472a17a74</c>.</param>
/// <param name="Since">The first day that was counted (New York).</param>
public sealed record TopicState(Target Target, DateOnly Since)
{
    /// <summary>The stories first seen within the last hour.</summary>
    public IReadOnlyList<Mention> Recent { get; init; } = [];

    /// <summary>How many stories a day had (New York), the last two weeks.</summary>
    public IReadOnlyDictionary<DateOnly, int> Days { get; init; } = new SortedDictionary<DateOnly, int>();

    /// <summary>The most mentions of the current episode, in level units.</summary>
    public long Mentions { get; init; }

    /// <summary>The strongest burst of the current episode, in level units.</summary>
    public long Burst { get; init; }

    /// <summary>The last look that counted a story (UTC).</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>What was detected and is not published yet, or null.</summary>
    public PendingTopicEvents? Pending { get; init; }

    /// <summary>The stored version this was read at, opaque; null when it is new.</summary>
    public string? ETag { get; init; }
}

/// <summary>What was detected of a topic and is not published yet.</summary>
/// <param name="LookedAt">The look that detected it; no two looks at a topic have the same.</param>
/// <param name="Events">The events.</param>
public sealed record PendingTopicEvents(DateTimeOffset LookedAt, IReadOnlyList<MarketEvent> Events);

/// <summary>One story that counts for a topic.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="SeenAt">When it was first seen (UTC).</param>
/// <param name="Time">When it came out (UTC).</param>
public sealed record Mention(string Story, DateTimeOffset SeenAt, DateTimeOffset Time);
