namespace MarketAlerts.Architecture;

public sealed class MedianTests
{
    [Theory]
    [InlineData(new[] { 9, 1, 5 }, 5)]
    [InlineData(new[] { 4, 1, 9, 7 }, 5.5)]
    public void Of_IsTheMiddle_WhenTheNumberIsOddOrEven(int[] values, double expected) => Median.Of(values).ShouldBe(expected);
}
