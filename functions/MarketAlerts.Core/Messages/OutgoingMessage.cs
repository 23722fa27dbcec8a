namespace MarketAlerts.Core.Messages;

/// <summary>A message on its way to a queue.</summary>
/// <param name="Queue">The queue, see <c>QueueNames</c>.</param>
/// <param name="Id">Its id: the same when it is published again.</param>
/// <param name="Content">The envelope as text.</param>
/// <param name="NotBefore">When it may be seen at the earliest, or null for at once.</param>
public sealed record OutgoingMessage(string Queue, string Id, string Content, DateTimeOffset? NotBefore = null);
