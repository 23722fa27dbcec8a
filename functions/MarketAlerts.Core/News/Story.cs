using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.News;

/// <summary>What several feeds say of one thing: the article that came first, as it reads now, and who else carries it.</summary>
/// <param name="Id">Always the same for the same article.</param>
/// <param name="First">The earliest article.</param>
/// <param name="SeenAt">When it was first seen (UTC).</param>
/// <param name="Sources">The feeds that carry it, each once, in order of arrival.</param>
public sealed record Story(string Id, Article First, DateTimeOffset SeenAt, IReadOnlyList<string> Sources)
{
    /// <summary>When it came out: as published, but never later than it was seen.</summary>
    public DateTimeOffset Time => First.PublishedAt is { } published && published < SeenAt ? published : SeenAt;

    /// <summary>The watched symbols and topics it is about.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>What it says itself of moves.</summary>
    public IReadOnlyList<PercentClaim> Claims { get; init; } = [];

    /// <summary>By what its articles are recognised: hashes of each feed's item and of the page it leads to.</summary>
    public IReadOnlyList<ulong> Marks { get; init; } = [];

    /// <summary>What became of it.</summary>
    public StoryStatus Status { get; init; }

    /// <summary>When the change was seen (UTC), or null while it reads as published.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>This story with what another instance knows of it: the carriers of both, and the later change.</summary>
    public Story With(Story other)
    {
        var later = other.ChangedAt > ChangedAt || ChangedAt is null ? other : this;
        return this with
        {
            First = later.First,
            Status = later.Status,
            ChangedAt = later.ChangedAt,
            Claims = later.Claims,
            Sources = [.. Sources.Union(other.Sources)],
            Targets = [.. Targets.Union(other.Targets)],
            Marks = [.. Marks.Union(other.Marks)],
        };
    }
}

/// <summary>What became of a story since it was first seen. Stored by name.</summary>
public enum StoryStatus
{
    /// <summary>It reads as it first did.</summary>
    AsPublished,

    /// <summary>Its publisher changed the headline.</summary>
    Updated,

    /// <summary>Its publisher corrected it and says so.</summary>
    Corrected,

    /// <summary>Its publisher took it back and says so.</summary>
    Retracted,
}

/// <summary>What an article made of a story.</summary>
internal enum StoryChange
{
    /// <summary>Nothing: all of it was known.</summary>
    None,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It has another carrier or another headline.</summary>
    Changed,
}
