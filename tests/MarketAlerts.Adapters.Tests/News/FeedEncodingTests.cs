using System.Text;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FeedEncodingTests
{
    private static readonly string Feed = "<rss><channel><item><title>Zürich “up” €5</title></item></channel></rss>";

    [Theory]
    [InlineData("utf-8", null, "")]
    [InlineData("utf-8", "utf-8", "")]
    [InlineData("windows-1252", null, "")]
    [InlineData("windows-1252", "iso-8859-1", "")]
    [InlineData("windows-1252", null, "ISO-8859-1")]
    [InlineData("windows-1252", "utf-8", "utf-8")]
    [InlineData("utf-8", "us-ascii", "")]
    [InlineData("utf-8", "nonsense", "utf-7")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-16", null, "")]
    [InlineData("utf-16BE", null, "")]
    [InlineData("utf-16", "utf-8", "")]
    public void Parse_ReadsEveryLetter_WhenDeclarationsAreRightWrongOrMissing(string real, string? charset, string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(real);
        var text = declared is "" ? Feed : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>{Feed}";

        GivenNews
            .Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], charset)
            .ShouldHaveSingleItem()
            .Title.ShouldBe("Zürich “up” €5");
    }

    [Fact]
    public void Parse_PutsSpaces_WhenCharactersAreForbidden() =>
        GivenNews
            .Parse("<rss><channel><item><title>a\u0001b\u000Bc&#x2;d\u202Ee</title></item></channel></rss>")
            .ShouldHaveSingleItem()
            .Title.ShouldBe("a b c de");
}
