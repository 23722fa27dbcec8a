using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class MessageCodecTests
{
    private const string Page =
        """{"schema":"quote-page","version":2,"id":"p0000.20250127T143100","marketTime":"2025-01-27T14:31:00Z","body":{"page":"p0000","poll":"2025-01-27T14:31:00Z","catalogVersion":7}}""";

    [Fact]
    public void Write_IsPinned_BecauseOthersReadIt() =>
        MessageCodec.Write(new QuotePage("p0000", Given.At("14:31"), 7), "p0000.20250127T143100", Given.At("14:31")).ShouldBe(Page);

    [Fact]
    public void Read_GivesBackAQuotePage()
    {
        var (envelope, body) = MessageCodec.Read<QuotePage>(Page);

        body.ShouldBe(new QuotePage("p0000", Given.At("14:31"), 7));
        (envelope.Id, envelope.MarketTime, envelope.TraceParent).ShouldBe(("p0000.20250127T143100", Given.At("14:31"), null));
    }

    [Fact]
    public void Read_GivesBackMarketEvents()
    {
        MarketEvents sent = new([
            Given.SymbolEvent(
                new MemberReading(Symbol.Parse("NVDA"), Given.At("14:30:59.5"), 124.8, -12.4947, 0, 3.01, Severity.Severe),
                124_947
            ) with
            {
                LateSubscription = long.MinValue,
            },
            Given.BasketEvent(2, "14:31:20", [Given.Reading("NVDA", -12.5, 2)], Given.Reading("MSFT", -4.5)),
        ]);

        var read = MessageCodec.Read<MarketEvents>(MessageCodec.Write(sent, "p0000.x.000", Given.At("14:31"))).Body;

        read.Events[0].ShouldBe(sent.Events[0]);
        StoredJson.Write(read).ShouldBe(StoredJson.Write(sent));
        read.Events.Select(next => next.Id).ShouldBe(sent.Events.Select(next => next.Id));
        read.Events[1]
            .ShouldSatisfyAllConditions(
                basket => basket.Direction.ShouldBe(Direction.Down),
                basket => basket.Basket!.Wider.ShouldHaveSingleItem().Symbol.Text.ShouldBe("MSFT")
            );
    }

    // A message from before a reading knew how many sources show it.
    [Fact]
    public void Read_TakesMarketEventsOfTheVersionBefore()
    {
        var reading = new MemberReading(
            Symbol.Parse("NVDA"),
            Given.At("14:30:59.5"),
            124.8,
            -12.4947,
            0,
            3.01,
            Severity.Severe,
            Sources: 2
        );
        var now = MessageCodec.Write(new MarketEvents([Given.SymbolEvent(reading, 124_947)]), "p0000.x.000", Given.At("14:31"));
        var before = now.Replace("\"version\":2", "\"version\":1").Replace(",\"sources\":2", "");

        now.ShouldContain(",\"sources\":2");
        MessageCodec.Read<MarketEvents>(now).Body.Events.ShouldHaveSingleItem().Symbol.ShouldBe(reading);
        MessageCodec.Read<MarketEvents>(before).Body.Events.ShouldHaveSingleItem().Symbol.ShouldBe(reading with { Sources = null });
    }

    [Fact]
    public void Read_GivesBackADueBucket() =>
        MessageCodec.Read<DueBucket>(MessageCodec.Write(new DueBucket("b07"), "x", Given.At("14:31"))).Body.ShouldBe(new DueBucket("b07"));

    [Fact]
    public void Read_AcceptsTheVersionBefore() =>
        MessageCodec
            .Read<QuotePage>(Page.Replace("\"version\":2", "\"version\":1").Replace(",\"catalogVersion\":7", ""))
            .Body.ShouldBe(new QuotePage("p0000", Given.At("14:31")));

    [Theory]
    [InlineData("\"version\":2", "\"version\":3", "Expected schema quote-page version 2, got 'quote-page' version 3.")]
    [InlineData("\"version\":2", "\"version\":0", "Expected schema quote-page version 2, got 'quote-page' version 0.")]
    [InlineData("\"version\":2", "\"version\":-1", "Expected schema quote-page version 2, got 'quote-page' version -1.")]
    [InlineData("\"quote-page\"", "\"due-bucket\"", "Expected schema quote-page version 2, got 'due-bucket' version 2.")]
    [InlineData("\"page\":\"p0000\",", "", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("\"page\":\"p0000\"", "\"page\":null", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("\"page\":\"p0000\"", "\"page\":\"p0000\",\"extra\":1", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("\"version\":2,", "", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("\"version\":2", "\"version\":2,\"extra\":1", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("\"version\":2", "\"version\":99999999999", "Not a readable quote-page message: JsonReaderException.")]
    [InlineData("\"poll\":\"2025-01-27T14:31:00Z\"", "\"poll\":\"soon\"", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("}}", "}", "Not a readable quote-page message: JsonSerializationException.")]
    [InlineData("}}", "}}{}", "Not a readable quote-page message: JsonReaderException.")]
    public void Read_SaysWhy_WhenAMessageDoesNotFit(string right, string wrong, string reason)
    {
        Page.ShouldContain(right);

        Should
            .Throw<UnreadableMessageException>(() => MessageCodec.Read<QuotePage>(Page.Replace(right, wrong, StringComparison.Ordinal)))
            .Message.ShouldBe(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("hello")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    public void Read_Refuses_WhatIsNoEnvelope(string message) =>
        Should
            .Throw<UnreadableMessageException>(() => MessageCodec.Read<QuotePage>(message))
            .Message.ShouldStartWith("Not a readable quote-page message: ");

    [Fact]
    public void Read_Refuses_ABodyOfNothing() =>
        Should.Throw<UnreadableMessageException>(() =>
            MessageCodec.Read<QuotePage>("""{"schema":"quote-page","version":2,"id":"x","marketTime":"2025-01-27T14:31:00Z","body":null}""")
        );

    [Theory]
    [InlineData(40)]
    [InlineData(100_000)]
    public void Read_Refuses_WhatIsNestedTooDeep(int depth)
    {
        var deep = Page.Replace("\"p0000\"", new string('[', depth) + new string(']', depth), StringComparison.Ordinal);

        Should
            .Throw<UnreadableMessageException>(() => MessageCodec.Read<QuotePage>(deep))
            .Message.ShouldBe("Not a readable quote-page message: JsonReaderException.");
    }

    [Fact]
    public void Read_CutsAForeignSchemaName_AndNeverShowsTheContent() =>
        Should
            .Throw<UnreadableMessageException>(() =>
                MessageCodec.Read<QuotePage>(Page.Replace("quote-page", new string('x', 99), StringComparison.Ordinal))
            )
            .Message.ShouldBe($"Expected schema quote-page version 2, got '{new string('x', 40)}' version 2.");

    [Fact]
    public void Schemas_ArePinned()
    {
        MessageSchemas.SchemaOf<QuotePage>().ShouldBe(("quote-page", 2));
        MessageSchemas.SchemaOf<MarketEvents>().ShouldBe(("market-events", 3));
        MessageSchemas.SchemaOf<FeedPoll>().ShouldBe(("feed-poll", 1));
        MessageSchemas.SchemaOf<DueBucket>().ShouldBe(("due-bucket", 1));
        QueueNames.All.ShouldBe(["quote-pages", "news-feeds", "splits", "market-events", "deliveries"]);
        MessageSchemas.SchemaOf<RescaleRequest>().ShouldBe(("rescale-request", 1));
    }
}
