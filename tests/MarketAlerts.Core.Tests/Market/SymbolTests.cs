using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Market;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("NVDA", "NVDA")]
    [InlineData("brk.b", "BRK.B")]
    [InlineData("BF-A", "BF-A")]
    [InlineData("123456789012", "123456789012")]
    public void Parse_IsUpperCase_WhenWellFormed(string text, string expected) => Symbol.Parse(text).Text.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("1234567890123")]
    [InlineData("NV DA")]
    [InlineData("NV/DA")]
    [InlineData("#chips")]
    [InlineData("ÄPFEL")]
    [InlineData("٣")]
    [InlineData(null)]
    public void TryParse_IsFalse_WhenNotATicker(string? text)
    {
        Symbol.TryParse(text, out var symbol).ShouldBeFalse();
        symbol.ShouldBe(default);
        symbol.Text.ShouldBe("");
    }

    [Fact]
    public void Parse_SaysWhatASymbolIs_WhenRefusing() =>
        Should
            .Throw<FormatException>(() => Symbol.Parse("NV?"))
            .Message.ShouldBe("'NV?' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.");

    [Fact]
    public void CompareTo_IsOrdinal() =>
        Given.Syms("NVDA AMD BRK.B BRK-A A1").Order().Select(symbol => symbol.Text).ShouldBe(["A1", "AMD", "BRK-A", "BRK.B", "NVDA"]);
}
