namespace MarketAlerts.Adapters.Messaging;

/// <summary>A message on a storage queue: its id beside its content.</summary>
internal sealed record QueuedDocument(string Id, string Content);
