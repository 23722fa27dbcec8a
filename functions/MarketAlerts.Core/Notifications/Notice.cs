namespace MarketAlerts.Core.Notifications;

/// <summary>Something a subscriber is told that is no alert: what became of their rules.</summary>
/// <param name="Title">In a few words: the subject of a mail that holds nothing else.</param>
/// <param name="Text">In whole sentences.</param>
public sealed record Notice(string Title, string Text);
