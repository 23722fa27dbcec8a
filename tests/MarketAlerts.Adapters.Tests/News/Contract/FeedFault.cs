using MarketAlerts.Adapters.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>A way to answer, and what must come of it, for every kind of feed.</summary>
/// <param name="Name">Its name in the tests and in docs/feeds.md.</param>
/// <param name="Fault">What is thrown, or null.</param>
/// <param name="Answer">The answer; the source is set once the client waits in vain.</param>
internal sealed record FeedFault(string Name, FetchFault? Fault, Func<FeedKind, TaskCompletionSource, RequestDelegate> Answer)
{
    public const string AllItems = "items";
    public const string NoItems = "no items";

    /// <summary>Whether all items are read, when nothing is thrown.</summary>
    public bool HasItems { get; init; }

    /// <summary>For how many seconds the host is not asked again.</summary>
    public int? Rest { get; init; }

    /// <summary>Whether the answer is a redirect to the server from a public host.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whether the client waits until its time is over.</summary>
    public bool Waits { get; init; }

    public string Outcome => Fault?.ToString() ?? (HasItems ? AllItems : NoItems);

    public string AskedAgain => Rest is { } seconds ? $"after {seconds} s" : "at the next poll";
}
