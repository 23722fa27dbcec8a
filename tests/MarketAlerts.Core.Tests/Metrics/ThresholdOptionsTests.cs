using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

public sealed class ThresholdOptionsTests
{
    [Fact]
    public void Defaults_AreTheDesigns()
    {
        var thresholds = new ThresholdOptions();

        (thresholds.JoiningPercent, thresholds.NotablePercent, thresholds.NotableSigma, thresholds.SeverePercent).ShouldBe((2, 5, 2, 8));
        (thresholds.BasketBreadthPercent, thresholds.BasketMedianPercent, thresholds.BasketCoveragePercent).ShouldBe((60, 3.5, 80));
        ThresholdOptions.Section.ShouldBe("Thresholds");
        OptionsCheck.Failures(thresholds).ShouldBeEmpty();
    }

    [Fact]
    public void Validation_NamesEveryWrongValue()
    {
        var wrong = new ThresholdOptions
        {
            JoiningPercent = 0,
            NotablePercent = 101,
            NotableSigma = double.NaN,
            SeverePercent = -8,
            BasketBreadthPercent = 0.4,
            BasketMedianPercent = 0,
            BasketCoveragePercent = 101,
        };

        OptionsCheck
            .Failures(wrong)
            .ShouldBe([
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'JoiningPercent' with the error: 'The field "
                    + "JoiningPercent must be between 0.1 and 50.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'NotablePercent' with the error: 'The field "
                    + "NotablePercent must be between 0.1 and 100.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'NotableSigma' with the error: 'The field "
                    + "NotableSigma must be between 0.1 and 20.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'SeverePercent' with the error: 'The field "
                    + "SeverePercent must be between 0.1 and 100.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'BasketBreadthPercent' with the error: 'The field BasketBreadthPercent must be between 1 and 100.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'BasketMedianPercent' with the error: 'The field BasketMedianPercent must be between 0.1 and 100.'.",
                "DataAnnotation validation failed for 'ThresholdOptions' members: 'BasketCoveragePercent' with the error: 'The field BasketCoveragePercent must be between 1 and 100.'.",
            ]);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(100.4)]
    public void Validation_RefusesAShareOutOfRange_EvenByAFraction(double percent) =>
        OptionsCheck.Failures(new ThresholdOptions { BasketBreadthPercent = percent, BasketCoveragePercent = percent }).Length.ShouldBe(2);
}
