using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class SubscriberIdTests
{
    [Fact]
    public void Of_IsPinned_BecauseItIsAKey() => SubscriberId.FromAddress("ana@example.com").Text.ShouldBe("8e43ca37701228e7");

    [Fact]
    public void Of_IsTheSame_WhateverCaseAndBlanks() =>
        SubscriberId.FromAddress(" Ana@Example.COM ").ShouldBe(SubscriberId.FromAddress("ana@example.com"));

    [Fact]
    public void Parse_ReadsItsText() => SubscriberId.Parse("0123456789abcdef").ToString().ShouldBe("0123456789abcdef");

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcdeg")]
    public void Parse_Refuses_WhatIsNoId(string text) => Should.Throw<FormatException>(() => SubscriberId.Parse(text));
}
