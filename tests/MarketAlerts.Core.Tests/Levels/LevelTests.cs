using FsCheck;
using FsCheck.Xunit;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Tests.Levels;

public sealed class LevelTests
{
    [Theory]
    [InlineData(5, 50_000)]
    [InlineData(120.5, 1_205_000)]
    [InlineData(1, 10_000)]
    [InlineData(0.1, 1_000)]
    [InlineData(0.00004, 0)]
    [InlineData(0.00006, 1)]
    [InlineData(12.49474127, 124_947)]
    [InlineData(-12.49474127, -124_947)]
    public void Of_CountsTenThousandths_RoundedToNearest(double value, long expected)
    {
        Level.FromValue(value).Units.ShouldBe(expected);
        Level.FromValue((decimal)value).Units.ShouldBe(expected);
    }

    [Fact]
    public void Of_RoundsHalvesAwayFromZero()
    {
        Level.FromValue(0.00005m).Units.ShouldBe(1);
        Level.FromValue(-0.00005m).Units.ShouldBe(-1);
        Level.FromValue(0.00025m).Units.ShouldBe(3);
    }

    [Fact]
    public void Value_IsTheNumberAgain() => new Level(1_205_000).Value.ShouldBe(120.5m);

    [Property(MaxTest = 500)]
    public bool Of_KeepsOrder_ForAnyTwoNumbers(int left, int right, byte leftParts, byte rightParts)
    {
        var (a, b) = (left + (leftParts / 256.0), right + (rightParts / 256.0));
        return a <= b ? Level.FromValue(a).CompareTo(Level.FromValue(b)) <= 0 : Level.FromValue(a).CompareTo(Level.FromValue(b)) >= 0;
    }

    [Property(MaxTest = 500)]
    public bool Of_AgreesBetweenDoubleAndText_ForAnyFourDigits(PositiveInt tenThousandths)
    {
        var text = tenThousandths.Get / 10_000m;
        return Level.FromValue(text).Units == tenThousandths.Get && Level.FromValue((double)text) == Level.FromValue(text);
    }

    [Property(MaxTest = 2000)]
    public bool Of_RoundsAsMathDoes_ForAnyNumber(int number, byte parts, byte exponent)
    {
        // Every other one a half: number / 2^k / 10,000 and its neighbours.
        var value = (number + (parts / 256.0)) / Math.Pow(2, exponent % 20) / 10_000;
        return new[] { value, Math.BitIncrement(value), Math.BitDecrement(value), value * 10_000 }.All(each =>
            Level.FromValue(each).Units == (long)Math.Round(each * 10_000, MidpointRounding.AwayFromZero)
        );
    }
}
