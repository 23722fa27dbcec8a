namespace MarketAlerts.Core.News.Mentions;

/// <summary>One story that counts for a topic.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="SeenAt">When it was first seen (UTC).</param>
/// <param name="Time">When it came out (UTC).</param>
public sealed record Mention(string Story, DateTimeOffset SeenAt, DateTimeOffset Time);
