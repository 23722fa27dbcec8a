using MarketAlerts.Adapters.News;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>The built-in names in real sentences.</summary>
public sealed class CompanyTaggingTests
{
    private static readonly AliasIndex Names = new(CompanyNamesFile.BuiltIn);
    private static readonly ArticleTagger Tagger = new(Names, ["DeepSeek", "export controls"]);

    [Theory]
    [InlineData("Nvidia's share price fell", "NVDA")]
    [InlineData("NVIDIA SHARES TUMBLE", "NVDA")]
    [InlineData("an nvidia-like story in small letters", "")]
    [InlineData("Why $NVDA and $ALL moved", "NVDA ALL")]
    [InlineData("ALL IT NOW: tickers that are words", "")]
    [InlineData("Allstate (NYSE: ALL) beats", "ALL")]
    [InlineData("Gartner (IT) cuts its outlook", "IT")]
    [InlineData("The IT budget of ALL firms", "")]
    [InlineData("Chip stocks (NASDAQ: NVDA, AMD) slide", "NVDA AMD")]
    [InlineData("Meta Platforms plans", "META")]
    [InlineData("Meta said on Monday", "META")]
    [InlineData("A Meta-analysis of trials", "")]
    [InlineData("meta commentary", "")]
    [InlineData("Arm Holdings slips", "ARM")]
    [InlineData("He broke his arm; the ARM of the law", "")]
    [InlineData("apple pie", "")]
    [InlineData("Apple cuts orders", "AAPL")]
    [InlineData("Alphabet's Google", "GOOG GOOGL")]
    [InlineData("AT&T and Johnson & Johnson", "T JNJ")]
    [InlineData("Coca Cola, Coca-Cola", "KO")]
    [InlineData("GE Vernova falls with GE Aerospace", "GEV GE")]
    [InlineData("S&P 500 falls", "")]
    [InlineData("AMD, AVGO AND MU FALL", "")]
    public void Find_NamesTheCompanies_ThatAreMeant(string text, string symbols) =>
        string.Join(' ', Names.Find(text).SelectMany(mention => mention.Symbols).Distinct()).ShouldBe(symbols);

    // The founding story, in our words.
    [Fact]
    public void Tag_FindsCompaniesTopicAndClaim_InTheFoundingStory()
    {
        var tags = Tagger.Tag(
            ArticleOf(
                "Microsoft higher-ups are taking a page from DeepSeek's overnight success' book",
                "DeepSeek's model is said to have cost about 6 million dollars. Nvidia's share price fell by nearly 17 %, "
                    + "Microsoft, Google and other tech firms declined with it. "
                    + "Mustafa Suleyman of Microsoft AI spoke of learning that everything of value gets cheaper. One analyst sees "
                    + "open-source models from Meta reverse-engineered."
            )
        );

        tags.Symbols.Select(symbol => symbol.Text).ShouldBe(["MSFT", "NVDA", "GOOG", "GOOGL", "META"]);
        tags.Topics.ShouldBe(["DeepSeek"]);
        tags.Claims.ShouldBe([new PercentClaim(Core.Market.Symbol.Parse("NVDA"), -17, "fell by nearly 17 %")]);
    }

    [Theory]
    [InlineData("Nvidia plunges 17% as Broadcom drops 17.4 percent", "NVDA -17 plunges 17%, AVGO -17.4 drops 17.4 percent")]
    [InlineData("A 17% drop in Nvidia", "NVDA -17 17% drop")]
    [InlineData("Tesla jumped. Inflation is 3%.", "")]
    [InlineData("Shares rose 8,93% on Tuesday", "- 8.93 rose 8,93%")]
    [InlineData("Apple gains 3 % while Vistra tumbles 28 per cent", "AAPL 3 gains 3 %, VST -28 tumbles 28 per cent")]
    public void Tag_ReadsClaims_FromTheSentence(string title, string claims) =>
        string.Join(
                ", ",
                Tagger
                    .Tag(ArticleOf(title, ""))
                    .Claims.Select(claim =>
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{claim.Symbol?.Text ?? "-"} {claim.Percent} {claim.Words}"
                        )
                    )
            )
            .ShouldBe(claims);

    [Fact]
    public void BuiltIn_HasEverySymbolOnce_AndNoNameOfTwoCompanies()
    {
        CompanyNamesFile.BuiltIn.Count(alias => alias.Form is AliasForm.Ticker or AliasForm.MarkedTicker).ShouldBeGreaterThan(500);
        var shared = CompanyNamesFile
            .BuiltIn.GroupBy(alias => alias.Text.ToUpperInvariant())
            .Where(group => group.Select(alias => alias.Symbol).Distinct().Count() > 1)
            .Select(group => string.Join('/', group.Select(alias => alias.Symbol.Text)));
        shared.Distinct().ShouldBe(["FOXA/FOX", "GOOG/GOOGL"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("NVDA; Nvidia\nN VDA; x", 2)]
    [InlineData("NVDA; =", 1)]
    public void Read_NamesTheLine_WhenItIsWrong(string text, int line) =>
        Should
            .Throw<Adapters.WatchFiles.InputFileException>(() => CompanyNamesFile.Read("names.txt", text))
            .Message.ShouldContain($"{line}");

    private static Article ArticleOf(string title, string summary) => new("test", "1", title, summary, null, null, null, []);
}
