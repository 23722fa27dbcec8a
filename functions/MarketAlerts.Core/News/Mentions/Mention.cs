namespace MarketAlerts.Core.News.Mentions;

/// <summary>One story that counts for a topic.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="SeenAt">When it was first seen (UTC).</param>
public sealed record Mention(string Story, DateTimeOffset SeenAt);
