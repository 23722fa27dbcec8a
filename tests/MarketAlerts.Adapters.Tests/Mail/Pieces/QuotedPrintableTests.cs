using System.Text;
using MarketAlerts.Adapters.Mail.Pieces;

namespace MarketAlerts.Adapters.Tests.Mail.Pieces;

public sealed class QuotedPrintableTests
{
    private const string Soft = "=\n";

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a=\n")]
    [InlineData("a\n", "a\n")]
    [InlineData("a=b", "a=3Db=\n")]
    [InlineData("é", "=C3=A9=\n")]
    [InlineData("a \nb ", "a=20\nb =\n")]
    [InlineData(" \n", "=20\n")]
    [InlineData("\n\n", "\n\n")]
    [InlineData("a\rb\tc", "a=0Db=09c=\n")]
    public void Encode_EndsEachPieceWithALineBreak(string text, string encoded) =>
        Encoding.ASCII.GetString(QuotedPrintable.Encode(text)).ShouldBe(encoded);

    // 75 letters and the sign of the soft break make the 76 that a line may have.
    [Fact]
    public void Encode_BreaksLines_BeforeTheyAreTooLong()
    {
        Encoding.ASCII.GetString(QuotedPrintable.Encode(new string('a', 76))).ShouldBe(new string('a', 75) + Soft + "a" + Soft);
        Encoding.ASCII.GetString(QuotedPrintable.Encode(new string('a', 73) + "é")).ShouldBe(new string('a', 73) + Soft + "=C3=A9" + Soft);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Encode_FitsIntoWhatItSays_WhenEveryByteIsEscaped(int length) =>
        QuotedPrintable.Encode(new string('=', length)).Length.ShouldBeLessThanOrEqualTo(QuotedPrintable.LongestOf(length));
}
