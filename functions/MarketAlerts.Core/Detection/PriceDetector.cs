using System.Numerics;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Follows the told price levels (<see cref="PriceTold"/>) of a whole page, several symbols at a time: first <see cref="Match"/>, which
/// levels the newest prices cross, then <see cref="Move"/>, which ranges they move. The price of a symbol whose session assumes a split that nobody confirmed,
/// or whose price rules wait to be rescaled, is skipped: its rules may be in another unit.
/// </summary>
/// <param name="symbols">The symbols.</param>
/// <param name="levels">The wanted levels.</param>
public readonly ref struct PriceDetector(SymbolColumns symbols, LevelIndex levels)
{
    private readonly ReadOnlySpan<double> _prices = symbols.Last.Values;
    private readonly Span<double> _below = symbols.ToldBelow.Values;
    private readonly Span<double> _above = symbols.ToldAbove.Values;
    private readonly ReadOnlySpan<double> _splitRatios = symbols.SplitRatio.Values;
    private readonly ReadOnlySpan<bool> _unverified = symbols.Unverified.Values;
    private readonly ReadOnlySpan<bool> _held = symbols.PriceRulesHeld.Values;
    private readonly bool _anyHeld = symbols.PriceRulesHeld.Values.Contains(true);
    private readonly Span<double> _nearestBelow = symbols.PriceLevels.Below.Values;
    private readonly Span<double> _nearestAbove = symbols.PriceLevels.Above.Values;

    /// <summary>Notes the crossings that somebody wants. A price that stays between the nearest wanted levels costs two comparisons; only one that reaches one is looked up.</summary>
    public void Match(List<PendingCrossing> crossings)
    {
        var row = 0;
        for (; row <= _prices.Length - Lanes.Count; row += Lanes.Count)
        {
            var level = Lanes.UnitsOf(Lanes.At(_prices, row));
            var passing =
                Vector.LessThanOrEqual(level, Lanes.At(_nearestBelow, row))
                | Vector.GreaterThanOrEqual(level, Lanes.At(_nearestAbove, row));
            if (passing != Vector<long>.Zero)
            {
                MatchEach(row, row + Lanes.Count, crossings);
            }
        }

        MatchEach(row, _prices.Length, crossings);
    }

    /// <summary>Moves the told ranges to the newest prices.</summary>
    public void Move()
    {
        var row = 0;
        for (; row <= _prices.Length - Lanes.Count; row += Lanes.Count)
        {
            if (!_anyHeld && Vector.EqualsAll(Lanes.At(_splitRatios, row), Vector<double>.One))
            {
                MoveLanes(row);
            }
            else
            {
                MoveEach(row, row + Lanes.Count);
            }
        }

        MoveEach(row, _prices.Length);
    }

    /// <summary>Takes a price that lies in the past, such as a session low of missed polls: it crosses, but arms nothing again.</summary>
    public void Reach(int row, double price, List<PendingCrossing> crossings)
    {
        if (Counts(row))
        {
            LookUp(row, price, crossings);
            Set(row, ToldOf(row).Reach(price));
        }
    }

    private bool Counts(int row) => (_splitRatios[row] is 1 || !_unverified[row]) && !_held[row] && !double.IsNaN(_below[row]);

    private PriceTold ToldOf(int row) => new((long)_below[row], (long)_above[row]);

    private void Set(int row, PriceTold told) => (_below[row], _above[row]) = (told.Below, told.Above);

    private void MatchEach(int from, int before, List<PendingCrossing> crossings)
    {
        for (var row = from; row < before; row++)
        {
            if (Counts(row))
            {
                LookUp(row, _prices[row], crossings);
            }
        }
    }

    private void LookUp(int row, double price, List<PendingCrossing> crossings)
    {
        var level = (long)Level.UnitsOf(price);
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

    private void MoveEach(int from, int before)
    {
        for (var row = from; row < before; row++)
        {
            if (!Counts(row) || double.IsNaN(_prices[row]))
            {
                continue;
            }

            var reached = ToldOf(row).Reach(_prices[row]);
            var armed = reached.Arm(_prices[row]);
            Set(row, armed);
            _nearestBelow[row] = armed.Below > reached.Below ? armed.Below - 1 : _nearestBelow[row];
            _nearestAbove[row] = armed.Above < reached.Above ? armed.Above + 1 : _nearestAbove[row];
        }
    }

    /// <summary>Moves the told ranges of several symbols, none of which assumes a split or waits.</summary>
    private void MoveLanes(int row)
    {
        var price = Lanes.At(_prices, row);
        var level = Lanes.UnitsOf(price);
        var rearm = new Vector<double>(PriceTold.RearmFactor);
        var below = Vector.Min(Lanes.At(_below, row), level);
        var armedBelow = Lanes.UnitsOf(price / rearm);
        Set(_below, _nearestBelow, row, below, armedBelow, Vector.GreaterThan(armedBelow, below), -Vector<double>.One);
        var above = Vector.Max(Lanes.At(_above, row), level);
        var armedAbove = Lanes.UnitsOf(price * rearm);
        Set(_above, _nearestAbove, row, above, armedAbove, Vector.LessThan(armedAbove, above), Vector<double>.One);
    }

    private static void Set(
        Span<double> told,
        Span<double> nearest,
        int row,
        Vector<double> reached,
        Vector<double> armed,
        Vector<long> arms,
        Vector<double> beside
    )
    {
        Lanes.Set(told, row, Vector.ConditionalSelect(arms, armed, reached));
        if (arms != Vector<long>.Zero)
        {
            Lanes.Set(nearest, row, armed + beside, arms);
        }
    }
}
