using System.Runtime.CompilerServices;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using Vector = System.Numerics.Vector<double>;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>The extremes of one session metric of the bound, falling and rising, for all symbols.</summary>
internal sealed class SessionRow
{
    private readonly double[] _falling = new double[Tickers.Count];
    private readonly double[] _rising = new double[Tickers.Count];

    public long Extreme(Direction direction, int symbol) => (long)(direction is Direction.Down ? _falling : _rising)[symbol];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int at, Vector values) => Take(at, values, Lanes.Units(values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int at, Vector signs, Vector units)
    {
        var falls = System.Numerics.Vector.LessThan(signs, Vector.Zero);
        Raise(_falling, at, System.Numerics.Vector.ConditionalSelect(falls, units, Vector.Zero));
        Raise(_rising, at, System.Numerics.Vector.ConditionalSelect(falls, Vector.Zero, units));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeRising(int at, Vector units) => Raise(_rising, at, units);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Raise(double[] extremes, int at, Vector units) =>
        Lanes.Store(Lanes.Larger(Lanes.Load(extremes, at), units), extremes, at);
}
