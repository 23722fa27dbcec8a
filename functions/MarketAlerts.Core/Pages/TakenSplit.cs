using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Pages;

/// <summary>A split that a page took. It is kept a while, so that the same one told again, by another source or after a restart, is taken once.</summary>
/// <param name="Split">The split.</param>
/// <param name="RulesWait">Whether price rules on the symbol still are in old shares: until they are rescaled none of them fires.</param>
/// <param name="AskedAt">When it was last asked to rescale them, or null before.</param>
public sealed record TakenSplit(ShareSplit Split, bool RulesWait, DateTimeOffset? AskedAt)
{
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>Whether to ask for it now: at once, and again when nobody did it for a while.</summary>
    public bool IsToBeAskedAt(DateTimeOffset now) => RulesWait && !(now - AskedAt < AskedAgainAfter);

    /// <summary>Whether it is the split of a symbol on a day.</summary>
    public bool Is(Symbol symbol, DateOnly day) => Split.Symbol == symbol && Split.Day == day;
}
