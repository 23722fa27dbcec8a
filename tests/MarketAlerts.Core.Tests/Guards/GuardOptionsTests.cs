using MarketAlerts.Core.Guards;

namespace MarketAlerts.Core.Tests.Guards;

public sealed class GuardOptionsTests
{
    private const string Start = "DataAnnotation validation failed for 'GuardOptions' members: ";

    [Fact]
    public void Defaults_AreTheDesigns()
    {
        var guards = new GuardOptions();

        (guards.StaleAfterSeconds, guards.FutureToleranceSeconds).ShouldBe((120, 60));
        (guards.JumpPercent, guards.JumpSigma, guards.PeerPercent, guards.PeerSharePercent).ShouldBe((5, 3, 2, 33.3));
        (guards.ConfirmingVolume, guards.SecondSourcePercent, guards.SplitPercent).ShouldBe((5, 2, 6));
        GuardOptions.Section.ShouldBe("Guards");
        OptionsCheck.Failures(guards).ShouldBeEmpty();
    }

    [Fact]
    public void Validation_NamesEveryWrongValue() =>
        OptionsCheck
            .Failures(
                new GuardOptions
                {
                    StaleAfterSeconds = 4,
                    FutureToleranceSeconds = -1,
                    JumpPercent = 0.4,
                    JumpSigma = 51,
                    PeerPercent = 0,
                    PeerSharePercent = 0.333,
                    ConfirmingVolume = 0.9,
                    SecondSourcePercent = 51,
                    SplitPercent = double.NaN,
                }
            )
            .ShouldBe([
                Start + "'StaleAfterSeconds' with the error: 'The field StaleAfterSeconds must be between 5 and 86400.'.",
                Start + "'FutureToleranceSeconds' with the error: 'The field FutureToleranceSeconds must be between 0 and 3600.'.",
                Start + "'JumpPercent' with the error: 'The field JumpPercent must be between 0.5 and 100.'.",
                Start + "'JumpSigma' with the error: 'The field JumpSigma must be between 0.5 and 50.'.",
                Start + "'PeerPercent' with the error: 'The field PeerPercent must be between 0.1 and 100.'.",
                Start + "'PeerSharePercent' with the error: 'The field PeerSharePercent must be between 1 and 100.'.",
                Start + "'ConfirmingVolume' with the error: 'The field ConfirmingVolume must be between 1 and 1000.'.",
                Start + "'SecondSourcePercent' with the error: 'The field SecondSourcePercent must be between 0.1 and 50.'.",
                Start + "'SplitPercent' with the error: 'The field SplitPercent must be between 0.5 and 20.'.",
            ]);

    [Fact]
    public void Validation_RefusesAShareOutOfRange_EvenByAFraction() =>
        OptionsCheck.Failures(new GuardOptions { PeerSharePercent = 0.6 }).ShouldHaveSingleItem();
}
