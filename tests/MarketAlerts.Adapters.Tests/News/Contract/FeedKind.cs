namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>A kind of feed, as the contract suite sees it.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Items">How many items the good answer holds.</param>
/// <param name="Good">A good answer.</param>
/// <param name="Partial">As many items, and broken ones among them.</param>
/// <param name="Empty">An answer without items.</param>
/// <param name="NullFields">Items that say nothing.</param>
/// <param name="Deep">The beginning of one that is nested deeply, to be repeated.</param>
/// <param name="Read">Asks for it and counts the items.</param>
internal sealed record FeedKind(
    string Name,
    int Items,
    string Good,
    string Partial,
    string Empty,
    string NullFields,
    string Deep,
    Func<FeedWorld, CancellationToken, Task<int>> Read
)
{
    public string ContentType => Deep is "[" ? "application/json" : "text/xml; charset=utf-8";
}
