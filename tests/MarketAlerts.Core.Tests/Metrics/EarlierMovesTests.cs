using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Tests.Metrics;

public sealed class EarlierMovesTests
{
    private static readonly DateOnly Friday = new(2025, 1, 24);

    [Fact]
    public void Of_IsTheMoveOfEachDay_WhenThereIsOneSymbol() =>
        EarlierMoves.MedianMoves([Closes(Friday, 100, 90, 99)]).Select(Rounded).ShouldBe([-10, 10]);

    // Moves of the first day -10, +2, +4: median 2; of the second +10, -5, 0: median 0.
    [Fact]
    public void Of_IsTheMedianOfEachDay_WhenThereAreMore() =>
        EarlierMoves
            .MedianMoves([Closes(Friday, 100, 90, 99), Closes(Friday, 100, 102, 96.9), Closes(Friday, 50, 52, 52)])
            .Select(Rounded)
            .ShouldBe([2, 0]);

    [Fact]
    public void Of_LeavesOutWhoReachesBackLess_WhenOthersAreAlike() =>
        EarlierMoves
            .MedianMoves([Closes(Friday, 100, 90, 99), Closes(Friday, 100, 90, 99), Closes(Friday, 100, 200)])
            .Select(Rounded)
            .ShouldBe([-10, 10]);

    [Fact]
    public void Of_IsEmpty_WhenLessThanHalfCanBeCompared() =>
        EarlierMoves
            .MedianMoves([Closes(Friday, 100, 90), Closes(Friday, 100, 90, 80), Closes(Friday.AddDays(-1), 100, 90)])
            .ShouldBeEmpty();

    [Fact]
    public void Of_IsEmpty_WhenNothingIsKnown() => EarlierMoves.MedianMoves([new DailyCloses()]).ShouldBeEmpty();

    private static double Rounded(double move) => Math.Round(move, 6);

    private static DailyCloses Closes(DateOnly newest, params double[] closes)
    {
        var daily = new DailyCloses();
        daily.Restore(newest, closes.Select(close => (close, 0f)));
        return daily;
    }
}
