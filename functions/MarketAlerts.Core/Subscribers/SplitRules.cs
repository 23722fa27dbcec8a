namespace MarketAlerts.Core.Subscribers;

/// <summary>What a split makes of one subscriber's rules.</summary>
/// <param name="After">The profile with the rescaled rules.</param>
/// <param name="Changed">The rules before and after.</param>
/// <param name="Left">Rules on any of a basket that the symbol belongs to: one price for several stocks cannot be rescaled for one of them.</param>
public sealed record SplitRules(Subscriber After, IReadOnlyList<(string Before, string After)> Changed, IReadOnlyList<string> Left)
{
    /// <summary>Whether there is nothing to do and nothing to tell.</summary>
    public bool IsNothing => Changed.Count + Left.Count is 0;
}
