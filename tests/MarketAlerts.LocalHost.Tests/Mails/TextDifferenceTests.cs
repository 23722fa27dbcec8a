namespace MarketAlerts.LocalHost.Tests.Mails;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("a\nb", "a\nb", null)]
    [InlineData("a\nbcd", "a\nbXd", "line 2, column 2:\n  was bcd\n  is  bXd")]
    [InlineData("a\n", "a", "line 2, column 1:\n  was \n  is  (no such line)")]
    public void Of_NamesTheFirstLineThatDiffers(string expected, string actual, string? difference) =>
        TextDifference.Of(expected, actual).ShouldBe(difference);
}
