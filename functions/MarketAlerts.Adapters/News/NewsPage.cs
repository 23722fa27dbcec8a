using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News;

/// <summary>One page of news that come in pages.</summary>
/// <param name="Articles">Its articles, in its order.</param>
/// <param name="Next">What the provider calls the next page; empty on the last one.</param>
internal sealed record NewsPage(IReadOnlyList<Article> Articles, string Next);
