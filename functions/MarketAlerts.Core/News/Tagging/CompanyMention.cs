using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>A place in a text where a company is named.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Symbols">Whose name it is; more than one where a company has several share classes.</param>
public sealed record CompanyMention(int Start, int End, IReadOnlyList<Symbol> Symbols);
