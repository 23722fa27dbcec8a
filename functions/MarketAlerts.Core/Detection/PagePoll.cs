using MarketAlerts.Core.Market;
using MarketAlerts.Core.Pages;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>Everything that one poll of one page is detected from.</summary>
/// <param name="Page">The page as it was after the poll before.</param>
/// <param name="Quotes">The newest quotes, quickest in the page's order.</param>
/// <param name="SecondOpinions">What a second source says of symbols that jumped or became severe, or nothing.</param>
/// <param name="Levels">The levels somebody asked for on this page.</param>
/// <param name="Catalog">Who belongs to which basket.</param>
/// <param name="Now">Our clock.</param>
/// <param name="DeclaredDelay">How late the source says its quotes are.</param>
public sealed record PagePoll(
    MarketPage Page,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<Quote> SecondOpinions,
    LevelIndex Levels,
    Catalog Catalog,
    DateTimeOffset Now,
    TimeSpan DeclaredDelay
)
{
    /// <summary>The symbols that a second source was asked about.</summary>
    public IReadOnlyCollection<Symbol> Asked { get; init; } = [];
}
