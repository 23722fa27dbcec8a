using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Tests.News;

public sealed class FeedVersionTests
{
    private static readonly FeedVersion Before = new("\"1\"", "Mon, 27 Jan 2025 14:31:00 GMT") { ReadUntil = Given.At("14:31") };

    [Fact]
    public void Or_KeepsWhatIsNotRepeated() => FeedVersion.None.Or(Before).ShouldBe(Before);

    [Fact]
    public void Or_TakesWhatIsNew() =>
        (new FeedVersion("\"2\"", null) { ReadUntil = Given.At("14:36") })
            .Or(Before)
            .ShouldBe(Before with { ETag = "\"2\"", ReadUntil = Given.At("14:36") });
}
