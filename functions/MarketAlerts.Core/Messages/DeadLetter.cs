namespace MarketAlerts.Core.Messages;

/// <summary>A message that its function could not handle.</summary>
/// <param name="Key">What the transport calls it: no two have the same.</param>
/// <param name="Id">Our id of it.</param>
/// <param name="Content">Its text.</param>
/// <param name="Since">When it came here, or where that is not known when it was sent (UTC).</param>
/// <param name="Reason">What the transport says of it, or null.</param>
/// <param name="Receipt">What the transport needs to find it again.</param>
public sealed record DeadLetter(string Key, string Id, string Content, DateTimeOffset Since, string? Reason, object Receipt);
