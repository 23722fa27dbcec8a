using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Wording;

public sealed class SenderOptionsTests
{
    private const string Start = "DataAnnotation validation failed for 'SenderOptions' members: ";

    [Fact]
    public void Defaults_AreTheDesigns()
    {
        var sender = new SenderOptions();

        (sender.From, sender.FromName, sender.ParallelSends, sender.Domain).ShouldBe(
            ("alerts@marketalerts.example", "MarketAlerts", 4, "marketalerts.example")
        );
        SenderOptions.Section.ShouldBe("Email");
        OptionsCheck.Failures(sender).ShouldBeEmpty();
    }

    [Fact]
    public void Validation_NamesEveryWrongValue() =>
        OptionsCheck
            .Failures(
                new SenderOptions
                {
                    From = "a@b.example\r\nBcc: c@d.example",
                    FromName = "",
                    ParallelSends = 65,
                }
            )
            .ShouldBe([
                Start
                    + "'From' with the error: 'The field From must match the regular expression "
                    + "'^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}$'.'.",
                Start + "'FromName' with the error: 'The FromName field is required.'.",
                Start + "'ParallelSends' with the error: 'The field ParallelSends must be between 1 and 64.'.",
            ]);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@x.example")]
    [InlineData("a@x.example\n")]
    [InlineData("Ann <a@x.example>")]
    public void Validation_Refuses_WhatIsNoAddress(string from) =>
        OptionsCheck.Failures(new SenderOptions { From = from }).ShouldHaveSingleItem();
}
