using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Messages;

/// <summary>
/// Where the ids of messages are made: from what a message names, never from chance, so that publishing again gives the same id.
/// </summary>
internal static class MessageId
{
    /// <summary>The id of one page and poll.</summary>
    public static string OfPage(string page, DateTimeOffset poll) => $"{page}.{Stamp(poll)}";

    /// <summary>The id of one poll of a feed.</summary>
    public static string OfFeed(string feed, DateTimeOffset poll) => $"{feed}.{Stamp(poll)}";

    /// <summary>The id of one part of what a page's poll, or a basket's look, detected.</summary>
    public static string OfEvents(string source, DateTimeOffset poll, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}.{Stamp(poll)}.{part:D3}");

    /// <summary>
    /// The id of a page's request to rescale the price rules on a symbol; of a further part with the subscriber before it.
    /// </summary>
    public static string OfRescaling(string page, Symbol symbol, DateTimeOffset poll, SubscriberId? after) =>
        $"{page}.{symbol}.{Stamp(poll)}{(after is null ? "" : ".")}{after}";

    /// <summary>The id of what a subscriber is told of a split.</summary>
    public static string OfSplit(Symbol symbol, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"split.{symbol}.{day:yyyyMMdd}");

    /// <summary>The id of what subscribers are told at the open of a session.</summary>
    public static string OfOpen(DateOnly session) => string.Create(CultureInfo.InvariantCulture, $"open.{session:yyyyMMdd}");

    /// <summary>The id of the flush request of a bucket.</summary>
    public static string ForFlush(string bucket, DateTimeOffset due) => $"{bucket}.{Stamp(due)}";

    /// <summary>The id of a flush request that no other may stand for.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="due">When it is woken.</param>
    /// <param name="cause">The id of the message that asks for it.</param>
    public static string ForOwnFlush(string bucket, DateTimeOffset due, string cause) =>
        string.Create(CultureInfo.InvariantCulture, $"{ForFlush(bucket, due)}.{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(cause)):x16}");

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
