namespace MarketAlerts.Adapters.Channels;

/// <summary>What a server said to a message.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Words">The beginning of a refusal; empty for an acceptance, of which nothing is read.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
public sealed record HttpAnswer(int Status, string Words, TimeSpan? RetryAfter)
{
    /// <summary>Whether the server took the message.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;
}
