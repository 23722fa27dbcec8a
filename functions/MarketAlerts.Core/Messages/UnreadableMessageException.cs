namespace MarketAlerts.Core.Messages;

/// <summary>A message that no delivery will ever make readable; it belongs to the dead letters. The text says why, never the content.</summary>
public sealed class UnreadableMessageException(string message, Exception? inner = null) : Exception(message, inner);
