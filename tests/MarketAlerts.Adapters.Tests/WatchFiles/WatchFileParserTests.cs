using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.WatchFiles;

public sealed class WatchFileParserTests
{
    [Fact]
    public void Read_GivesEverything_WhenTheFileIsFull()
    {
        var watch = Read(
            """
            {
              "baskets": [
                { "name": "chips", "members": ["NVDA", "AMD"], "within": "tech" },
                { "name": "tech", "members": ["NVDA", "AMD", "MSFT"] }
              ],
              "symbols": [ { "symbol": "TSLA", "aliases": ["Tesla", "=Elon's"] } ],
              "feeds": [ { "name": "wire", "url": "https://example.com/feed.xml", "everyMinutes": 5 }, { "name": "sec", "kind": "edgar" } ],
              "subscribers": [
                { "email": "ada@example.com", "rules": ["#chips notable", "MU falls 5% today", "MU falls 5% today"] },
                { "email": "ben@example.com", "timeZone": "Europe/Berlin", "rules": [],
                  "quietHours": { "from": "22:00", "to": "07:30", "severePasses": false } }
              ]
            }
            """
        );

        watch
            .Baskets.Select(basket => (basket.Name, string.Join(' ', basket.Members), basket.Within))
            .ShouldBe([("chips", "NVDA AMD", "tech"), ("tech", "NVDA AMD MSFT", null)]);
        watch.Symbols.Order().Select(symbol => symbol.Text).ShouldBe(["AMD", "MSFT", "MU", "NVDA", "TSLA"]);
        watch.Aliases.ShouldBe([new("Tesla", Symbol.Parse("TSLA"), AliasForm.Name), new("Elon's", Symbol.Parse("TSLA"), AliasForm.Exact)]);
        watch.Feeds.ShouldBe([new("wire", FeedKind.Rss, new Uri("https://example.com/feed.xml"), 5), new("sec", FeedKind.Edgar, null)]);
        var (ada, ben) = (watch.Subscribers[0], watch.Subscribers[1]);
        (ada.Email, ada.TimeZone, ada.QuietHours, ada.Unsubscribed).ShouldBe(("ada@example.com", "America/New_York", null, false));
        ada.Rules.ShouldBe([Rule.FromText("#chips notable"), Rule.FromText("MU falls 5% today")]);
        (ben.TimeZone, ben.QuietHours).ShouldBe(("Europe/Berlin", new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), false)));
    }

    [Fact]
    public void Read_IsEmpty_WhenTheFileSaysNothing()
    {
        var watch = Read("{}");

        (watch.Baskets.Count, watch.Symbols.Count, watch.Subscribers.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Read_KnowsTheBenchmark_WhenABasketHasOne()
    {
        var watch = Read(
            """{"baskets": [{"name": "chips", "members": ["NVDA"], "benchmark": "smh"}, {"name": "tech", "members": ["MSFT"]}]}"""
        );

        watch.Baskets.Select(basket => basket.Benchmark?.Text).ShouldBe(["SMH", null]);
        watch.Symbols.Select(symbol => symbol.Text).ShouldBe(["NVDA", "SMH", "MSFT"], ignoreOrder: true);
    }

    [Fact]
    public void Read_RefusesTheBenchmark_WhenThereAreNoQuotesForIt() =>
        Should
            .Throw<InputFileException>(() =>
                WatchFileParser.Read(
                    "w.json",
                    "{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"benchmark\": \"SMH\"}]}",
                    new HashSet<Symbol> { Symbol.Parse("NVDA") }
                )
            )
            .Message.ShouldBe("w.json, line 2: unknown symbol 'SMH': there are no quotes for it.");

    [Theory]
    [InlineData("NVDA falls 3% in 1h every 2% further", "NVDA falls 3% in 60m every 2% further")]
    [InlineData("NVDA volume 3x", "NVDA volume 3x")]
    [InlineData("NVDA rises 4% after-hours", "NVDA rises 4% after-hours")]
    [InlineData("NVDA falls 3% vs benchmark", "NVDA falls 3% vs benchmark")]
    [InlineData("NVDA halted once", "NVDA halted once")]
    [InlineData("NVDA below 120 until 2001-01-01", "NVDA below 120 until 2001-01-01")]
    [InlineData("news NVDA \\\"export\\\"", "news NVDA \"export\"")]
    [InlineData("NVDA notable and news “DeepSeek”", "NVDA notable and news \"DeepSeek\"")]
    public void Read_TakesTheRule_WhenItIsOfAnyForm(string rule, string canonical)
    {
        var watch = Read($$"""{"subscribers": [{"email": "a@b.example", "rules": ["{{rule}}"]}]}""");

        watch.Subscribers[0].Rules.ShouldBe([Rule.FromText(canonical)]);
        watch.Symbols.ShouldBe([Symbol.Parse("NVDA")]);
    }

    [Fact]
    public void Read_KnowsTheSymbolOfTheNews_WhenItIsTheSecondCondition() =>
        Read("""{"subscribers": [{"email": "a@b.example", "rules": ["news \"DeepSeek\"", "NVDA notable and news AMD"]}]}""")
            .Symbols.Select(symbol => symbol.Text)
            .ShouldBe(["NVDA", "AMD"], ignoreOrder: true);

    [Fact]
    public void Read_LetsSevereThrough_WhenQuietHoursSayNothingOfIt() =>
        Read("""{"subscribers": [{"email": "a@b.example", "quietHours": {"from": "22:00", "to": "07:00"}}]}""")
            .Subscribers[0]
            .QuietHours!.SeverePasses.ShouldBeTrue();

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("[]", 1, "expected an object at the top")]
    [InlineData("{\n\"baskets\": [\n}", 3, "not valid JSON here")]
    [InlineData("{\n\"basket\": []\n}", 2, "unknown key 'basket'; known here: baskets, symbols, feeds, subscribers.")]
    [InlineData("{\n\"feeds\": {}\n}", 2, "'feeds' is a list")]
    [InlineData("{\n\"baskets\": [\n5]\n}", 3, "every entry of 'baskets' is an object")]
    [InlineData("{\"baskets\": [\n{\"members\": [\"NVDA\"]}]}", 2, "'name' is missing")]
    [InlineData("{\"baskets\": [{\n\"name\": \"Chips\", \"members\": [\"NVDA\"]}]}", 2, "'Chips' is no basket name")]
    [InlineData("{\"baskets\": [{\n\"name\": 7, \"members\": [\"NVDA\"]}]}", 2, "'name' is a text")]
    [InlineData("{\"baskets\": [\n{\"name\": \"chips\", \"members\": []}]}", 2, "1 to 200 different members")]
    [InlineData("{\"baskets\": [\n{\"name\": \"chips\", \"members\": [\"NVDA\", \"NVDA\"]}]}", 2, "1 to 200 different members")]
    [InlineData("{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\",\n\"nv da\"]}]}", 2, "'nv da' is not a symbol")]
    [InlineData("{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\",\n5]}]}", 2, "every entry of 'members' is a text")]
    [InlineData(
        "{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"wihtin\": \"tech\"}]}",
        2,
        "unknown key 'wihtin'; known here: name, members, within, benchmark."
    )]
    [InlineData("{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"within\": \"tech\"}]}", 2, "there is no 'tech'")]
    [InlineData(
        "{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"within\": \"chips\"}]}",
        2,
        "'within' names another basket"
    )]
    [InlineData("{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"benchmark\": \"S&P\"}]}", 2, "'S&P' is not a symbol")]
    [InlineData("{\"baskets\": [{\"name\": \"chips\", \"members\": [\"NVDA\"],\n\"benchmark\": 500}]}", 2, "'benchmark' is a text")]
    [InlineData(
        "{\"baskets\": [{\"name\": \"a\", \"members\": [\"NVDA\"]},\n{\"name\": \"a\", \"members\": [\"AMD\"]}]}",
        2,
        "basket 'a' is there twice"
    )]
    [InlineData("{\"symbols\": [\n{\"aliases\": [\"Nvidia\"]}]}", 2, "'symbol' is missing")]
    [InlineData("{\"symbols\": [{\"symbol\": \"NVDA\",\n\"alias\": \"Nvidia\"}]}", 2, "unknown key 'alias'")]
    [InlineData("{\"symbols\": [{\"symbol\": \"NVDA\",\n\"aliases\": \"Nvidia\"}]}", 2, "'aliases' is a list")]
    [InlineData("{\"symbols\": [{\"symbol\": \"NVDA\",\n\"aliases\": [\"=N\"]}]}", 2, "'=N' is no name: two letters at least.")]
    [InlineData("{\"feeds\": [\n{\"url\": \"https://a.example\"}]}", 2, "'name' is missing")]
    [InlineData("{\"feeds\": [\n{\"name\": \"Wire 1\", \"url\": \"https://a.example\"}]}", 2, "'Wire 1' is no feed name")]
    [InlineData("{\"feeds\": [\n{\"name\": \"wire\"}]}", 2, "'url' is missing")]
    [InlineData("{\"feeds\": [{\"name\": \"wire\",\n\"url\": \"file:///etc/passwd\"}]}", 2, "'url' is an address such as")]
    [InlineData("{\"feeds\": [{\"name\": \"wire\",\n\"url\": \"https://xn--ä/rss\"}]}", 2, "'url' is an address such as")]
    [InlineData("{\"feeds\": [{\"name\": \"wire\",\n\"url\": \"https://user:pass@a.example\"}]}", 2, "'url' is an address such as")]
    [InlineData("{\"feeds\": [{\"name\": \"sec\", \"kind\": \"edgar\",\n\"url\": \"https://a.example\"}]}", 2, "knows its own address")]
    [InlineData("{\"feeds\": [{\"name\": \"wire\",\n\"kind\": \"twitter\"}]}", 2, "'kind' is one of rss, edgar, alpaca, finnhub, massive.")]
    [InlineData(
        "{\"feeds\": [{\"name\": \"wire\", \"url\": \"https://a.example\",\n\"everyMinutes\": 0}]}",
        2,
        "'everyMinutes' is a whole number from 1 to 1440."
    )]
    [InlineData(
        "{\"feeds\": [{\"name\": \"wire\", \"url\": \"https://a.example\",\n\"everyMinutes\": 99999999999999999999}]}",
        2,
        "'everyMinutes' is a whole number from 1 to 1440."
    )]
    [InlineData(
        "{\"feeds\": [{\"name\": \"wire\", \"url\": \"https://a.example\"},\n{\"name\": \"wire\", \"url\": \"https://b.example\"}]}",
        2,
        "feed 'wire' is there twice."
    )]
    [InlineData("{\"feeds\": [],\n\"feeds\": []}", 2, "")]
    public void Read_RefusesTheLine_WhenTheCatalogIsWrong(string json, int line, string problem) => ShouldRefuse(json, line, problem);

    [Theory]
    [InlineData("\"timeZone\": \"UTC\"", "'email' is missing", 3)]
    [InlineData("\n\"email\": \"ada@example\"", "'email' is no mail address that we send to", 4)]
    [InlineData("\n\"email\": \"a@b.example, c@d.example\"", "'email' is no mail address that we send to", 4)]
    [InlineData(
        "\"email\": \"a@b.example\",\n\"quiet\": 1",
        "unknown key 'quiet'; known here: email, timeZone, channels, quietHours, digest, caps, vacation, snooze, proofOfLife, closeOfDay, over, rules.",
        4
    )]
    [InlineData("\"email\": \"a@b.example\",\n\"timeZone\": \"Mars/Olympus\"", "'Mars/Olympus' is no IANA time zone", 4)]
    [InlineData("\"email\": \"a@b.example\",\n\"timeZone\": \"Eastern Standard Time\"", "is no IANA time zone", 4)]
    [InlineData("\"email\": \"a@b.example\",\n\"quietHours\": \"22-7\"", "'quietHours' is an object with from and to", 4)]
    [InlineData("\"email\": \"a@b.example\",\n\"quietHours\": {\"from\": \"22:00\"}", "'to' is missing", 4)]
    [InlineData("\"email\": \"a@b.example\",\n\"quietHours\": {\"from\": \"22:00\",\n\"to\": \"7\"}", "'to' is a time such as 22:00", 5)]
    [InlineData(
        "\"email\": \"a@b.example\",\n\"quietHours\": {\"from\": \"22:00\", \"to\": \"07:00\",\n\"severePasses\": \"no\"}",
        "'severePasses' is true or false",
        5
    )]
    [InlineData(
        "\"email\": \"a@b.example\",\n\"quietHours\": {\"from\": \"22:00\", \"to\": \"07:00\",\n\"severe\": true}",
        "unknown key 'severe'",
        5
    )]
    [InlineData("\"email\": \"a@b.example\", \"rules\": [\n5]", "every entry of 'rules' is a text", 4)]
    [InlineData("\"email\": \"a@b.example\", \"rules\": [\"NVDA notable\",\n\"NVDA fals 5% today\"]", "at 'fals' (column 6)", 4)]
    [InlineData("\"email\": \"a@b.example\", \"rules\": [\n\"#chip notable\"]", "#chip", 4)]
    public void Read_RefusesTheLine_WhenASubscriberIsWrong(string subscriber, string problem, int line) =>
        ShouldRefuse($"{{\n\"subscribers\": [\n{{{subscriber}}}]}}", line, problem);

    [Fact]
    public void Read_RefusesTheSecond_WhenASubscriberIsThereTwice() =>
        ShouldRefuse(
            "{\n\"subscribers\": [{\"email\": \"ada@example.com\"},\n{\"email\": \"ADA@example.com\"}]}",
            3,
            "subscriber 'ADA@example.com' is there twice"
        );

    [Fact]
    public void Read_RefusesTheSymbol_WhenThereAreNoQuotesForIt() =>
        Should
            .Throw<InputFileException>(() =>
                WatchFileParser.Read("w.json", "{\"symbols\": [\n{\"symbol\": \"AMD\"}]}", new HashSet<Symbol> { Symbol.Parse("NVDA") })
            )
            .Message.ShouldBe("w.json, line 2: unknown symbol 'AMD': there are no quotes for it.");

    private static WatchFile Read(string json) => WatchFileParser.Read("watch.json", json, new HashSet<Symbol>());

    private static void ShouldRefuse(string json, int line, string problem)
    {
        var refusal = Should.Throw<InputFileException>(() => Read(json));

        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldStartWith($"watch.json, line {line}: ");
    }
}
