using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>What an article is about.</summary>
/// <param name="Symbols">The companies: those the provider names, then those the text does.</param>
/// <param name="Topics">The watched phrases it contains, as watched.</param>
/// <param name="Claims">What it says of moves.</param>
public sealed record ArticleTags(IReadOnlyList<Symbol> Symbols, IReadOnlyList<string> Topics, IReadOnlyList<PercentClaim> Claims);
