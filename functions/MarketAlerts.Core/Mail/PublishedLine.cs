using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Mail;

/// <summary>One story of the panel.</summary>
/// <param name="When">When it came out, seen from the move.</param>
/// <param name="Time">When it came out (UTC).</param>
/// <param name="IsFirstSeen">Whether that is only when it was first seen: its feed tells no time.</param>
/// <param name="Precision">How well the time is known.</param>
/// <param name="DaysBefore">How many days before the move, for <see cref="PublishedWhen.DaysBefore"/>.</param>
/// <param name="Title">Its headline as it reads now: other people's words.</param>
/// <param name="Source">Who had it first.</param>
/// <param name="Sources">How many sources carry it.</param>
/// <param name="Link">Where to read it, or null.</param>
/// <param name="Status">What became of it.</param>
/// <param name="ChangedAt">When the change was seen (UTC), or null.</param>
/// <param name="Claim">What it says itself of the move of a member, such as <c>NVDA "fell nearly 17%"</c>, or null.</param>
public sealed record PublishedLine(
    PublishedWhen When,
    DateTimeOffset Time,
    bool IsFirstSeen,
    TimePrecision Precision,
    int DaysBefore,
    string Title,
    string Source,
    int Sources,
    string? Link,
    StoryStatus Status,
    DateTimeOffset? ChangedAt,
    string? Claim
);

/// <summary>When a story came out, seen from the move.</summary>
public enum PublishedWhen
{
    /// <summary>After the close before, until the move began.</summary>
    Before,

    /// <summary>While the move was on.</summary>
    During,

    /// <summary>After the move was over.</summary>
    After,

    /// <summary>Before the close before: a topic's memory.</summary>
    DaysBefore,
}
