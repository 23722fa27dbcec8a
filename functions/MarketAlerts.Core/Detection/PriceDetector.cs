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
internal readonly ref struct PriceDetector(SymbolColumns symbols, LevelIndex levels)
{
    private static readonly Vector<double> Half = new(Level.Half);

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
        for (; row <= prices.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var price = new Vector<double>(prices[row..]);
            var level = UnitsOf(price);
            var passing = Vector.BitwiseOr(
                Vector.AndNot(Vector.LessThan(level, new Vector<double>(_below[row..])), Vector.GreaterThan(level, new Vector<double>(_nearest.Below.Values[row..]))),
                Vector.AndNot(Vector.GreaterThan(level, new Vector<double>(_above[row..])), Vector.LessThan(level, new Vector<double>(_nearest.Above.Values[row..]))));
            var split = Vector.AndNot(Vector<long>.AllBitsSet, Vector.Equals(new Vector<double>(_splitRatios[row..]), Vector<double>.One));
            if ((passing | split) == Vector<long>.Zero)
            {
                Move(row, level, price);
            }
            else
            {
                TakeEach(row, prices.Slice(row, Vector<double>.Count), crossings);
            }
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

    private static Vector<double> UnitsOf(Vector<double> price) => Vector.Floor((price * Level.Scale) + Half);

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
            NoteWanted(row, down, crossings);
            _nearest.Below[row] = levels.NextBelow(row, MetricId.Price, Direction.Down, down.To);
        }

        if (moved.Up is { } up && !(up.To < _nearest.Above[row]))
        {
            NoteWanted(row, up, crossings);
            _nearest.Above[row] = levels.NextAbove(row, MetricId.Price, Direction.Up, up.To);
        }
    }

    private void NoteWanted(int row, in Crossing crossing, List<PendingCrossing> crossings)
    {
        if (levels.Wants(row, crossing))
        {
            crossings.Add(new PendingCrossing((ushort)row, crossing, null));
        }
    }

    /// <summary>The same as one by one, for several symbols of which none reaches a wanted level or assumes a split.</summary>
    private void Move(int row, Vector<double> level, Vector<double> price)
    {
        var rearm = new Vector<double>(PriceTold.RearmFactor);
        var below = Vector.Min(new Vector<double>(_below[row..]), level);
        var armedBelow = UnitsOf(price / rearm);
        var above = Vector.Max(new Vector<double>(_above[row..]), level);
        var armedAbove = UnitsOf(price * rearm);
        Set(_below, _nearest.Below.Values, row, below, armedBelow, Vector.GreaterThan(armedBelow, below));
        Set(_above, _nearest.Above.Values, row, above, armedAbove, Vector.LessThan(armedAbove, above));
    }

    private static void Set(Span<double> told, Span<double> nearest, int row, Vector<double> reached, Vector<double> armed, Vector<long> arms)
    {
        Vector.ConditionalSelect(arms, armed, reached).CopyTo(told[row..]);
        if (arms != Vector<long>.Zero)
        {
            Vector.ConditionalSelect(arms, new Vector<double>(double.NaN), new Vector<double>(nearest[row..])).CopyTo(nearest[row..]);
        }
    }
}
