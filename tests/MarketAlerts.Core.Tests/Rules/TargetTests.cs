using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class TargetTests
{
    [Theory]
    [InlineData("s.NVDA", "NVDA", false)]
    [InlineData("s.BRK.B", "BRK.B", false)]
    [InlineData("b.chips", "#chips", true)]
    [InlineData("a.chips", "any of #chips", false)]
    [InlineData("t.a902f84472a17a74", "topic a902f84472a17a74", false)]
    public void Parse_ReadsWhatToStringWrote(string text, string display, bool isBasket)
    {
        var target = Target.Parse(text);

        target.ToString().ShouldBe(text);
        target.Display.ShouldBe(display);
        target.IsBasket.ShouldBe(isBasket);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s.")]
    [InlineData("x.NVDA")]
    [InlineData("NVDA")]
    [InlineData("b-chips")]
    [InlineData("a_x")]
    public void Parse_Refuses_WhatIsNoTarget(string text) =>
        Should.Throw<FormatException>(() => Target.Parse(text)).Message.ShouldBe($"'{text}' is not a target such as s.NVDA or b.chips.");
}
