using System.Numerics;
using System.Runtime.CompilerServices;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Follows the told price levels (<see cref="PriceTold"/>) of a whole page, several symbols at a time: first <see cref="Match"/>, which
/// levels the newest prices cross, then <see cref="Move"/>, which ranges they move. The price of a symbol whose session assumes a split
/// that nobody confirmed, or whose price rules wait to be rescaled, is skipped: its rules may be in another unit.
/// </summary>
/// <param name="symbols">The symbols.</param>
/// <param name="levels">The wanted levels.</param>
internal readonly ref struct PriceDetector(SymbolColumns symbols, LevelIndex levels)
{
    private readonly ReadOnlySpan<double> _prices = symbols.Last.Padded;
    private readonly Span<double> _below = symbols.ToldBelow.Padded;
    private readonly Span<double> _above = symbols.ToldAbove.Padded;
    private readonly ReadOnlySpan<double> _splitRatios = symbols.SplitRatio.Padded;
    private readonly ReadOnlySpan<bool> _unverified = symbols.Unverified.Padded;
    private readonly ReadOnlySpan<bool> _held = symbols.PriceRulesHeld.Padded;
    private readonly bool _anyHeld = symbols.PriceRulesHeld.Values.Contains(true);
    private readonly Span<double> _nearestBelow = symbols.PriceLevels.Below.Padded;
    private readonly Span<double> _nearestAbove = symbols.PriceLevels.Above.Padded;

    /// <summary>
    /// Notes the crossings that somebody wants. A price that stays between the nearest wanted levels costs two comparisons; only one that
    /// reaches one is looked up.
    /// </summary>
    public void Match(List<PendingCrossing> crossings)
    {
        for (var row = 0; row < _prices.Length; row += Simd.Count)
        {
            MatchLanes(row, Simd.UnitsOf(Simd.At(_prices, row)), crossings);
        }
    }

    /// <summary>Moves the told ranges to the newest prices.</summary>
    public void Move()
    {
        for (var row = 0; row < _prices.Length; row += Simd.Count)
        {
            var price = Simd.At(_prices, row);
            MoveLanes(row, price, Counting(row) & Vector.Equals(price, price));
        }
    }

    /// <summary>Takes a price that lies in the past, such as a session low of missed polls: it crosses, but arms nothing again.</summary>
    public void Reach(int row, double price, List<PendingCrossing> crossings)
    {
        var (first, only) = Simd.LaneOf(row);
        var level = Vector.ConditionalSelect(only, Simd.UnitsOf(new Vector<double>(price)), new Vector<double>(double.NaN));
        MatchLanes(first, level, crossings);
        var (below, above) = Reached(first, level);
        var counting = only & Counting(first);
        Simd.Set(_below, first, below, counting);
        Simd.Set(_above, first, above, counting);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MatchLanes(int row, Vector<double> levelsNow, List<PendingCrossing> crossings)
    {
        var passing =
            Vector.LessThanOrEqual(levelsNow, Simd.At(_nearestBelow, row))
            | Vector.GreaterThanOrEqual(levelsNow, Simd.At(_nearestAbove, row));
        if (passing != Vector<long>.Zero)
        {
            LookUpEach(row, levelsNow, passing & Counting(row), crossings);
        }
    }

    private void LookUpEach(int row, Vector<double> levelsNow, Vector<long> passing, List<PendingCrossing> crossings)
    {
        for (var lane = 0; lane < Simd.Count; lane++)
        {
            if (passing[lane] is not 0)
            {
                LookUp(row + lane, (long)levelsNow[lane], crossings);
            }
        }
    }

    private void LookUp(int row, long level, List<PendingCrossing> crossings)
    {
        if (level <= _nearestBelow[row])
        {
            (_nearestBelow[row], var reached) = levels.Around(row, MetricId.Price, Direction.Down, level - 1);
            Note(row, reached < _below[row], new Crossing(MetricId.Price, Direction.Down, (long)_below[row], level), crossings);
        }

        if (level >= _nearestAbove[row])
        {
            (var reached, _nearestAbove[row]) = levels.Around(row, MetricId.Price, Direction.Up, level);
            Note(row, reached > _above[row], new Crossing(MetricId.Price, Direction.Up, (long)_above[row], level), crossings);
        }
    }

    private static void Note(int row, bool isWanted, in Crossing crossing, List<PendingCrossing> crossings)
    {
        if (isWanted)
        {
            crossings.Add(new PendingCrossing((ushort)row, crossing, null));
        }
    }

    /// <summary>The symbols whose price rules are in the unit of their price: all, but for a few days a year.</summary>
    private Vector<long> Counting(int row) =>
        !_anyHeld && Vector.EqualsAll(Simd.At(_splitRatios, row), Vector<double>.One) ? Vector<long>.AllBitsSet : CountingOneByOne(row);

    private Vector<long> CountingOneByOne(int row)
    {
        var counting = Vector<long>.Zero;
        for (var lane = 0; lane < Simd.Count; lane++)
        {
            var at = row + lane;
            counting = counting.WithElement(lane, (_splitRatios[at] is 1 || !_unverified[at]) && !_held[at] ? -1 : 0);
        }

        return counting;
    }

    private (Vector<double> Below, Vector<double> Above) Reached(int row, Vector<double> level) =>
        (Vector.Min(Simd.At(_below, row), level), Vector.Max(Simd.At(_above, row), level));

    private void MoveLanes(int row, Vector<double> price, Vector<long> counting)
    {
        var rearm = new Vector<double>(PriceTold.RearmFactor);
        var (below, above) = Reached(row, Simd.UnitsOf(price));
        var armedBelow = Simd.UnitsOf(price / rearm);
        var armsBelow = counting & Vector.GreaterThan(armedBelow, below);
        Simd.Set(_below, row, Vector.ConditionalSelect(armsBelow, armedBelow, below), counting);
        var armedAbove = Simd.UnitsOf(price * rearm);
        var armsAbove = counting & Vector.LessThan(armedAbove, above);
        Simd.Set(_above, row, Vector.ConditionalSelect(armsAbove, armedAbove, above), counting);
        if ((armsBelow | armsAbove) != Vector<long>.Zero)
        {
            Simd.Set(_nearestBelow, row, armedBelow - Vector<double>.One, armsBelow);
            Simd.Set(_nearestAbove, row, armedAbove + Vector<double>.One, armsAbove);
        }
    }
}
