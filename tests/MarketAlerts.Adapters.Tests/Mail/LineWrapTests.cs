using MarketAlerts.Adapters.Mail;

namespace MarketAlerts.Adapters.Tests.Mail;

public sealed class LineWrapTests
{
    [Theory]
    [InlineData("one two three", 0, 0, "one two\nthree")]
    [InlineData("one two three", 2, 0, "one two\n  three")]
    [InlineData("one two three", 2, 6, "one\n  two\n  three")]
    [InlineData("one  two", 0, 0, "one two")]
    [InlineData("  one ", 0, 0, "one")]
    [InlineData("incomprehensible two", 0, 0, "incomprehensible\ntwo")]
    [InlineData("", 0, 0, "")]
    public void Of_BreaksBetweenWords(string text, int indent, int used, string lines) =>
        new LineWrap(10, indent, used).Wrap(text).ShouldBe(lines);
}
