using System.Numerics;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Moves the ranges of told price levels (<see cref="PriceTold"/>) by the newest prices of a whole page, several symbols at a time. The price of a symbol whose
/// session assumes a split that nobody confirmed is skipped: its rules may be in another unit.
/// </summary>
/// <param name="symbols">The symbols.</param>
/// <param name="levels">The wanted levels.</param>
public readonly ref struct PriceDetector(SymbolColumns symbols, LevelIndex levels)
{
    private readonly Span<double> _below = symbols.ToldBelow.Values;
    private readonly Span<double> _above = symbols.ToldAbove.Values;
    private readonly ReadOnlySpan<double> _splitRatios = symbols.SplitRatio.Values;
    private readonly ReadOnlySpan<bool> _unverified = symbols.Unverified.Values;
    private readonly PriceLevels _nearest = symbols.PriceLevels;

    /// <summary>Takes the last price of every symbol and notes the crossings that somebody wants.</summary>
    public void Take(List<PendingCrossing> crossings)
    {
        ReadOnlySpan<double> prices = symbols.Last.Values;
        var row = 0;
        for (; row <= prices.Length - Lanes.Count; row += Lanes.Count)
        {
            var price = Lanes.At(prices, row);
            var level = Lanes.UnitsOf(price);
            if (Vector.Equals(Lanes.At(_splitRatios, row), Vector<double>.One) != Vector<long>.AllBitsSet)
            {
                TakeEach(row, prices.Slice(row, Lanes.Count), crossings);
                continue;
            }

            var below = Lanes.At(_below, row);
            var above = Lanes.At(_above, row);
            var falling = Vector.AndNot(Vector.LessThan(level, below), Vector.GreaterThan(level, Lanes.At(_nearest.Below.Values, row)));
            var rising = Vector.AndNot(Vector.GreaterThan(level, above), Vector.LessThan(level, Lanes.At(_nearest.Above.Values, row)));
            if ((falling | rising) != Vector<long>.Zero)
            {
                NotePassing(row, falling, Direction.Down, below, level, crossings);
                NotePassing(row, rising, Direction.Up, above, level, crossings);
            }

            Move(row, level, price);
        }

        TakeEach(row, prices[row..], crossings);
    }

    /// <summary>Takes a price that lies in the past, such as a session low of missed polls: it crosses, but arms nothing again.</summary>
    public void Reach(int row, double price, List<PendingCrossing> crossings)
    {
        if (IsHeld(row) || double.IsNaN(_below[row]))
        {
            return;
        }

        var before = new PriceTold((long)_below[row], (long)_above[row]);
        var told = before.Reach(price);
        Note(row, before.Crossings(told), crossings);
        (_below[row], _above[row]) = (told.Below, told.Above);
    }

    private bool IsHeld(int row) => _splitRatios[row] is not 1 && _unverified[row];

    private void TakeEach(int first, ReadOnlySpan<double> prices, List<PendingCrossing> crossings)
    {
        for (var row = first; row < first + prices.Length; row++)
        {
            var price = prices[row - first];
            if (IsHeld(row) || double.IsNaN(price) || double.IsNaN(_below[row]))
            {
                continue;
            }

            Reach(row, price, crossings);
            var armed = new PriceTold((long)_below[row], (long)_above[row]).Arm(price);
            SetArmed(row, armed);
        }
    }

    private void SetArmed(int row, PriceTold armed)
    {
        if (armed.Below > _below[row])
        {
            (_below[row], _nearest.Below[row]) = (armed.Below, double.NaN);
        }

        if (armed.Above < _above[row])
        {
            (_above[row], _nearest.Above[row]) = (armed.Above, double.NaN);
        }
    }

    private void Note(int row, (Crossing? Down, Crossing? Up) moved, List<PendingCrossing> crossings)
    {
        if (moved.Down is { } down && !(down.To > _nearest.Below[row]))
        {
            Note(row, down, crossings);
        }

        if (moved.Up is { } up && !(up.To < _nearest.Above[row]))
        {
            Note(row, up, crossings);
        }
    }

    /// <summary>Notes a crossing that reaches the nearest level, or one of which the nearest level is not known, and looks up the next.</summary>
    private void Note(int row, in Crossing crossing, List<PendingCrossing> crossings)
    {
        var nearest = crossing.Direction is Direction.Down ? _nearest.Below : _nearest.Above;
        if (!double.IsNaN(nearest[row]) || levels.Wants(row, crossing))
        {
            crossings.Add(new PendingCrossing((ushort)row, crossing, null));
        }

        nearest[row] = crossing.Direction is Direction.Down
            ? levels.Around(row, MetricId.Price, Direction.Down, crossing.To - 1).AtOrBelow
            : levels.Around(row, MetricId.Price, Direction.Up, crossing.To).Above;
    }

    /// <summary>Notes the crossings of those symbols, beside others, that reach their nearest level.</summary>
    private void NotePassing(int row, Vector<long> passing, Direction direction, Vector<double> told, Vector<double> level, List<PendingCrossing> crossings)
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            if (passing[lane] is not 0)
            {
                Note(row + lane, new Crossing(MetricId.Price, direction, (long)told[lane], (long)level[lane]), crossings);
            }
        }
    }

    /// <summary>Moves the told ranges of several symbols, none of which assumes a split, to their prices.</summary>
    private void Move(int row, Vector<double> level, Vector<double> price)
    {
        var rearm = new Vector<double>(PriceTold.RearmFactor);
        var below = Vector.Min(Lanes.At(_below, row), level);
        var armedBelow = Lanes.UnitsOf(price / rearm);
        var above = Vector.Max(Lanes.At(_above, row), level);
        var armedAbove = Lanes.UnitsOf(price * rearm);
        Set(_below, _nearest.Below.Values, row, below, armedBelow, Vector.GreaterThan(armedBelow, below));
        Set(_above, _nearest.Above.Values, row, above, armedAbove, Vector.LessThan(armedAbove, above));
    }

    private static void Set(Span<double> told, Span<double> nearest, int row, Vector<double> reached, Vector<double> armed, Vector<long> arms)
    {
        Lanes.Set(told, row, Vector.ConditionalSelect(arms, armed, reached));
        if (arms != Vector<long>.Zero)
        {
            Lanes.Set(nearest, row, Vector.ConditionalSelect(arms, new Vector<double>(double.NaN), Lanes.At(nearest, row)));
        }
    }
}
