using System.Text;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class MassiveSnapshotFaultTests
{
    [Theory]
    [InlineData("""{"status":"ERROR","request_id":"1","error":"Unknown API Key"}""", "Massive answered ERROR: Unknown API Key.")]
    [InlineData(
        """{"request_id":"1","message":"You are not entitled to this data.","status":"NOT_AUTHORIZED"}""",
        "Massive answered NOT_AUTHORIZED: You are not entitled to this data."
    )]
    [InlineData("""{"tickers":[],"status":"ERROR","error":"first\nsecond"}""", "Massive answered ERROR: first second.")]
    [InlineData("""{"status":"ERROR"}""", "Massive answered ERROR: no reason given.")]
    public void Parse_SaysWhatMassiveSaid_WhenItRefused(string body, string message) => Fault(body).ShouldBe((FetchFault.Refused, message));

    [Fact]
    public void Parse_SaysWait_WhenTheRequestsOfTheMinuteAreUsedUp() =>
        Fault("""{"status":"ERROR","request_id":"1","error":"You've exceeded the maximum requests per minute, please wait"}""")
            .Fault.ShouldBe(FetchFault.Busy);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"ticker\":\"NVDA\",\"day\":{\"o\":12")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[]} {}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"day\":{\"o\":1.2.3}}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"day\":{\"o\":012}}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"day\":{\"o\":1.}}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"ticker\":\"\\ud800\"}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{},]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{} {}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[,{}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[{\"day\" {}}]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[],}")]
    [InlineData("{,\"status\":\"OK\",\"tickers\":[]}")]
    [InlineData("{\"status\":\"OK\",\"tickers\":[]}\0")]
    public void Parse_NamesThePlace_WhenItIsNoJson(string body)
    {
        var (fault, message) = Fault(body);

        fault.ShouldBe(FetchFault.Malformed);
        message.ShouldStartWith("Massive's snapshot is no JSON from byte ");
    }

    [Theory]
    [InlineData("[]", "Massive's snapshot is JSON, but no object.")]
    [InlineData("""{"status":"OK","count":0}""", "Massive's snapshot has no list of tickers.")]
    [InlineData("""{"status":"OK","tickers":null}""", "Massive's snapshot has no list of tickers.")]
    public void Parse_SaysWhatIsMissing_WhenTheJsonIsAnother(string body, string message) =>
        Fault(body).ShouldBe((FetchFault.Malformed, message));

    [Fact]
    public void Parse_Refuses_WhenTheNestingIsDeep() =>
        Fault($$"""{"status":"OK","tickers":[{"a":{{new string('[', 1000)}}{{new string(']', 1000)}}}]}""")
            .Fault.ShouldBe(FetchFault.Malformed);

    [Fact]
    public void Parse_Refuses_WhenTheBodyIsLongerThanAnyMarket() =>
        Should
            .Throw<FetchException>(() => GivenSnapshot.Parse(new byte[MassiveSnapshotParser.MaximumBytes + 1]))
            .Fault.ShouldBe(FetchFault.TooLarge);

    [Fact]
    public void Parse_Refuses_WhenOneTickerFillsTheList() =>
        Fault(GivenSnapshot.Of([.. Enumerable.Repeat(GivenSnapshot.Nvda, GivenSnapshot.Tickers.Length + 1)]))
            .Fault.ShouldBe(FetchFault.Malformed);

    [Fact]
    public void Parse_KeepsNothingOfIt_WhenTheBodyBreaksOff()
    {
        var earlier = new Quote(Symbol.Parse("A"), default, 1, null, null, null, null, null);
        List<Quote> quotes = [earlier];

        Should.Throw<FetchException>(() =>
            GivenSnapshot.Parser.Parse(Encoding.UTF8.GetBytes(GivenSnapshot.Of(GivenSnapshot.Nvda)[..^1]), quotes)
        );

        quotes.ShouldBe([earlier]);
    }

    [Fact]
    public void Parse_ReadsTheQuotes_WhenThePlanIsDelayed() =>
        GivenSnapshot
            .Parse(GivenSnapshot.Of(GivenSnapshot.Nvda).Replace("\"OK\"", "\"DELAYED\"", StringComparison.Ordinal))
            .Count.ShouldBe(1);

    private static (FetchFault Fault, string Message) Fault(string body)
    {
        var error = Should.Throw<FetchException>(() => GivenSnapshot.Parse(body));
        return (error.Fault, error.Message);
    }
}
