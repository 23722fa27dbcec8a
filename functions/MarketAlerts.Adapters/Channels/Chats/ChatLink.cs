namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>A link that the subscriber can follow.</summary>
/// <param name="Text">What it does.</param>
/// <param name="Url">Where it goes.</param>
public sealed record ChatLink(string Text, string Url);
