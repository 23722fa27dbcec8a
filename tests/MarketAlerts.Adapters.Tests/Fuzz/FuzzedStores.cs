using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Links;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Adapters.Tests.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>What reads messages, links that come back, and rows.</summary>
internal static class FuzzedStores
{
    private static readonly DateTimeOffset Poll = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2025, 1, 27);
    private static readonly SubscriberId Ada = SubscriberId.FromAddress("ada@example.com");
    private static readonly SignedLinks Links = new(
        new LinkOptions { BaseUrl = "https://alerts.example.com", SigningKey = TestKeys.Signing }
    );
    private static readonly MemberReading Nvda = new(Symbol.Parse("NVDA"), Poll, 124.8, -12.4947, 0, 3.01, Severity.Severe, true, 2);

    private static readonly MarketEvents Events = new([
        new MarketEvent(Target.Parse("s.NVDA"), MetricId.DayMove, Direction.Down, 0, 124_947, Day, Poll, Poll, long.MinValue, Nvda, null),
        new MarketEvent(
            Target.Parse("b.chips"),
            MetricId.Tier,
            Direction.Down,
            0,
            20_000,
            Day,
            Poll,
            Poll,
            null,
            null,
            new BasketReading("chips", -8.1, -80, Severity.Severe, [Nvda], [Nvda with { Unverified = null }])
        ),
        new MarketEvent(Target.OfTopic("DeepSeek"), MetricId.Mentions, Direction.Up, 0, 30_000, Day, Poll, Poll, null, null, null)
        {
            News = new NewsReading("\"DeepSeek\"", 3, 0.5, "A model", "Wire", Poll),
        },
    ]);

    public static FuzzTarget[] Targets { get; } =
    [
        Message(new QuotePage("p0000", Poll, 7)),
        Message(new FeedPoll("wire", Poll, 7)),
        Message(new RescaleRequest("p0000", Symbol.Parse("NVDA"), Day, Poll, Ada)),
        Message(Events),
        Message(new MarketEvents([.. Enumerable.Repeat(Events.Events, 10).SelectMany(events => events)]), "packed "),
        Message(new DueBucket("b07")),
        new("link tokens", FuzzTargets.Seeds(TokenOf(Ada), TokenOf(SubscriberId.FromAddress("ben@example.com"))), ReadToken)
        {
            Parsers = [typeof(SignedLinks)],
        },
        Stored(
            "feed states",
            [FeedRow("\"v1\"", $"{Poll.UtcTicks} {Poll.AddMinutes(1).UtcTicks}", 64), FeedRow("", "", 0)],
            body => TableFeedStore.Read(FeedEntity(body)),
            typeof(TableFeedStore)
        ),
        Stored(
            "market pages",
            [PagePacker.Pack(GivenColumns.Random(1)), PagePacker.Pack(GivenColumns.Random(2))],
            body => PagePacker.Unpack(body),
            typeof(PagePacker)
        ),
        Stored(
            "levels",
            [LevelPacker.Pack(GivenLevels(), Target.OfSymbol(Symbol.Parse("NVDA")))],
            body => LevelPacker.Unpack(body, Target.OfSymbol(Symbol.Parse("NVDA")), new WantedLevels()),
            typeof(LevelPacker)
        ),
    ];

    /// <summary>Some thing else than a genuine token may read as nobody alone.</summary>
    private static void ReadToken(byte[] body)
    {
        var token = Encoding.UTF8.GetString(body);
        FuzzTargets.MustBe(
            Links.Read(token, LinkPurpose.Unsubscribe, Poll).Claim is not { } claim
                || Links.UrlFor(claim).EndsWith(token, StringComparison.Ordinal),
            "a token that is read is genuine"
        );
    }

    private static FuzzTarget Message<TBody>(TBody body, string how = "")
        where TBody : notnull =>
        new(
            $"{how}{typeof(TBody).Name} messages",
            FuzzTargets.Seeds(MessageCodec.Write(body, "p0000.20250127T143100", Poll)),
            bytes => MessageCodec.Read<TBody>(Encoding.UTF8.GetString(bytes))
        )
        {
            Parsers = [typeof(MessageCodec), typeof(TBody)],
            Refusals = [typeof(UnreadableMessageException)],
        };

    private static FuzzTarget Stored(string name, byte[][] seeds, Action<byte[]> read, Type parser) =>
        new(name, seeds, read) { Parsers = [parser], Refusals = [typeof(InvalidDataException)] };

    private static string TokenOf(SubscriberId subscriber) =>
        Links.LinksFor(subscriber, ChannelAddress.Email("reader@example.com"), null, null, Poll).Unsubscribe.Split("token=")[1];

    private static WantedLevels GivenLevels()
    {
        var levels = new WantedLevels();
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.DayMove, Direction.Down, 50_000, 80_000);
        levels.Add(Target.OfSymbol(Symbol.Parse("NVDA")), MetricId.Price, Direction.Up, 1_205_000);
        return levels;
    }

    /// <summary>A row on three lines: the version tag, the arrivals, the bytes of what was seen.</summary>
    private static byte[] FeedRow(string etag, string arrivals, int seen) =>
        [.. Encoding.UTF8.GetBytes($"{etag}\n{arrivals}\n"), .. Enumerable.Range(0, seen).Select(at => (byte)at)];

    private static TableEntity FeedEntity(byte[] body)
    {
        var first = body.IndexOf((byte)'\n') is >= 0 and var found ? found : body.Length;
        var second =
            body.AsSpan(first).Length > 1 && body.AsSpan(first + 1).IndexOf((byte)'\n') is >= 0 and var length
                ? first + 1 + length
                : body.Length;
        return new TableEntity("feeds", "wire")
        {
            ["etag"] = Encoding.UTF8.GetString(body.AsSpan(0, first)),
            ["arrivals"] = first < second ? Encoding.UTF8.GetString(body.AsSpan(first + 1, second - first - 1)) : null,
            ["seen0"] = second < body.Length ? body[(second + 1)..] : null,
        };
    }
}
