using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.News.Edgar;
using MarketAlerts.Adapters.News.Nasdaq;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class NewsOptionsTests
{
    [Fact]
    public void Defaults_AreValid()
    {
        Failures(new FeedOptions()).ShouldBeEmpty();
        Failures(new EdgarOptions()).ShouldBeEmpty();
        Failures(new NasdaqHaltOptions()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Example Corp admin@example.com", true)]
    [InlineData("Example (admin@example.com)", true)]
    [InlineData("admin@example.com", false)]
    [InlineData("Example Corp", false)]
    [InlineData("Example admin@example", false)]
    [InlineData("Example admin@example.com\r\nX: y", false)]
    public void EdgarUserAgent_IsValid_WhenItHoldsANameAndAnAddress(string userAgent, bool isValid) =>
        Failures(new EdgarOptions { UserAgent = userAgent }).Length.ShouldBe(isValid ? 0 : 1);

    [Fact]
    public void FeedOptions_AreRefused_WhenLimitsAreOutOfRange() =>
        Failures(
            new FeedOptions
            {
                UserAgent = "a\nb",
                TimeoutSeconds = 0,
                MostBytes = 0,
                MostItems = 0,
            }
        )
            .Length.ShouldBe(4);

    [Theory]
    [InlineData("8-K,8-K/A, 10-Q", true)]
    [InlineData("", false)]
    [InlineData("8-K;6-K", false)]
    public void EdgarForms_AreValid_WhenCommasSeparateThem(string forms, bool areValid) =>
        Failures(new EdgarOptions { Forms = forms }).Length.ShouldBe(areValid ? 0 : 1);

    private static string[] Failures<T>(T options)
        where T : class =>
        [.. new DataAnnotationValidateOptions<T>(Options.DefaultName).Validate(Options.DefaultName, options).Failures ?? []];
}
