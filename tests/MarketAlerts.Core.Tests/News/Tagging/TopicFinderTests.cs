using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Core.Tests.News.Tagging;

public sealed class TopicFinderTests
{
    private static readonly TopicFinder Topics = new([
        "DeepSeek",
        "DeepSeek R1",
        "export",
        "Export",
        "chip export",
        "export controls",
        "Coca-Cola",
        "Coca Cola",
        "台积电",
        "S&P 500",
    ]);

    // Each phrase belongs to somebody: none takes the words away from another.
    [Theory]
    [InlineData("DeepSeek R1 shakes the market", "DeepSeek, DeepSeek R1")]
    [InlineData("New chip export controls", "chip export, export, Export, export controls")]
    [InlineData("Coca-cola sells", "Coca-Cola, Coca Cola")]
    [InlineData("DeepSeeking exporters", "")]
    [InlineData("英伟达与台积电股价下跌", "台积电")]
    [InlineData("The S&P 500 falls", "S&P 500")]
    [InlineData("", "")]
    public void Find_GivesEveryPhrase_WhateverStandsRoundIt(string text, string phrases) =>
        Topics
            .Find(text)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ThenByDescending(phrase => phrase, StringComparer.Ordinal)
            .ShouldBe(
                phrases
                    .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                    .Order(StringComparer.OrdinalIgnoreCase)
                    .ThenByDescending(phrase => phrase, StringComparer.Ordinal)
            );
}
