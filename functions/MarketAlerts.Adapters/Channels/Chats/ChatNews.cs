namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>One story in a chat.</summary>
/// <param name="When">When it came out, in market time.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Source">Who has it.</param>
/// <param name="Url">Where to read it, or null.</param>
public sealed record ChatNews(string When, string Title, string Source, string? Url);
