namespace MarketAlerts.Core.Messages;

/// <summary>Body of a <c>deliveries</c> message: something is due in this bucket of subscribers.</summary>
/// <param name="Bucket">The bucket.</param>
public sealed record DueBucket(string Bucket);
