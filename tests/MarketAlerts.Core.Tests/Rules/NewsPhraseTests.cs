using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class NewsPhraseTests
{
    [Theory]
    [InlineData("DeepSeek", "deepseek")]
    [InlineData("  Export \t Controls ", "export controls")]
    [InlineData("ＤｅｅｐＳｅｅｋ", "deepseek")]
    [InlineData("Moody’s", "moody's")]
    [InlineData("ﬁne", "fine")]
    [InlineData("Überraschung", "überraschung")]
    [InlineData("深度求索", "深度求索")]
    public void Normalise_IsTheSame_WhenSpellingsMeanTheSame(string phrase, string normal) => NewsPhrase.Normalise(phrase).ShouldBe(normal);

    [Fact]
    public void TopicOf_IsPinned_WhenDataIsStored() => NewsPhrase.TopicOf("DeepSeek").ShouldBe("a902f84472a17a74");

    [Fact]
    public void TopicOf_Differs_WhenPhrasesDiffer() => NewsPhrase.TopicOf("DeepSeek").ShouldNotBe(NewsPhrase.TopicOf("DeepSea"));
}
