using MarketAlerts.Adapters.News;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class HtmlToTextTests
{
    [Theory]
    [InlineData("a &amp;amp; b", "a & b")]
    [InlineData("&amp;amp;amp;amp; b", "&amp;amp; b")]
    [InlineData("&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;", "bold")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("<p>one</p><p>two</p>", "one two")]
    [InlineData("<b>N</b>vidia", "Nvidia")]
    [InlineData("a<!-- <b> -->b", "a b")]
    [InlineData("a<script>if (1<2) x();</SCRIPT>b", "a b")]
    [InlineData("a<script>never ends", "a")]
    [InlineData("cut off <a href=\"http", "cut off")]
    [InlineData(" a \r\n\t b\u00A0c ", "a b c")]
    [InlineData("a\u202Eb\u200Bc\u0007d", "abc d")]
    [InlineData(null, "")]
    public void Of_IsPlain_WhenTheTextIsNot(string? text, string expected) => HtmlToText.Strip(text, 300).ShouldBe(expected);

    [Fact]
    public void Of_KeepsPairsWhole_WhenItCuts()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F4C9", 20));

        HtmlToText.Strip(text, 12).ShouldBe("\U0001F4C9\U0001F4C9\U0001F4C9\U0001F4C9...");
    }
}
