using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class TextConverterTests
{
    private const string Nothing = "{\"rule\":\"news AMD once\",\"target\":\"b.chips\"}";

    [Fact]
    public void Write_GivesTexts_AndReadsThemBack()
    {
        var all = new Document(
            Rule.FromText("NVDA falls 5% today"),
            Target.OfAnyIn("chips"),
            Given.Sym("BRK.B"),
            SubscriberId.FromAddress("ana@example.com")
        );
        var json = StoredJson.Write(all);

        json.ShouldBe(
            $"{{\"rule\":\"NVDA falls 5% today\",\"target\":\"a.chips\",\"symbol\":\"BRK.B\",\"subscriber\":\"{all.Subscriber}\"}}"
        );
        StoredJson.Read<Document>(json).ShouldBe(all);
    }

    [Fact]
    public void Write_LeavesOut_WhatIsNotThere()
    {
        var document = new Document(Rule.FromText("news AMD once"), Target.OfBasket("chips"), null, null);

        StoredJson.Write(document).ShouldBe(Nothing);
        StoredJson.Read<Document>(Nothing).ShouldBe(document);
    }

    [Theory]
    [InlineData("{\"rule\":\"x\",\"target\":7}")]
    [InlineData("{\"rule\":\"x\",\"target\":null}")]
    [InlineData("{\"rule\":null,\"target\":\"b.chips\"}")]
    [InlineData("{\"rule\":{},\"target\":\"b.chips\"}")]
    [InlineData("{\"rule\":\"x\",\"target\":\"NVDA\"}")]
    [InlineData("{\"rule\":\"x\",\"target\":\"s.<b>\"}")]
    [InlineData("{\"rule\":\"x\",\"target\":\"b.chips\",\"symbol\":\"\"}")]
    public void Read_Refuses_WhatIsNoTextOfOne(string json) => Should.Throw<JsonException>(() => StoredJson.Read<Document>(json));

    private sealed record Document(Rule Rule, Target Target, Symbol? Symbol, SubscriberId? Subscriber);
}
