using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// The arithmetic of the bound on a vector of symbols, equal to the last bit to <c>Percent.Change</c> and <c>Level.Of</c>.
/// </summary>
internal static class Lanes
{
    private const double JustUnderHalf = 0.49999999999999994; // Adding a true half would round its neighbour up as well.
    private static readonly Vector<long> SignBit = new(long.MinValue);

    /// <summary>Reads a vector from a row of one number a symbol; the caller keeps inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Load(double[] row, int at) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(row), (nuint)at);

    /// <summary>Writes a vector into a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<double> values, double[] row, int at) =>
        values.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(row), (nuint)at);

    /// <summary>The larger of two prices or extremes, none of which is NaN or a negative zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Larger(Vector<double> one, Vector<double> other) => Vector.MaxNative(one, other);

    /// <summary>The smaller of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Smaller(Vector<double> one, Vector<double> other) => Vector.MinNative(one, other);

    /// <summary>100 x (to / from - 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Change(Vector<double> from, Vector<double> to) =>
        ((to / from) - Vector<double>.One) * new Vector<double>(100.0);

    /// <summary>Magnitudes in level units, rounded to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Units(Vector<double> values) =>
        Vector.Floor((Vector.Abs(values) * new Vector<double>(10_000.0)) + new Vector<double>(JustUnderHalf));

    /// <summary>The tier in level units, from sizes in level units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tier(Vector<double> move, Vector<double> surprise)
    {
        var notable =
            Vector.GreaterThanOrEqual(move, new(FullMetrics.Notable)) & Vector.GreaterThanOrEqual(surprise, new(FullMetrics.NotableSigma));
        var severe = Vector.GreaterThanOrEqual(move, new(FullMetrics.Severe));
        return Vector.ConditionalSelect(
            severe,
            new(2.0 * Level.Scale),
            Vector.ConditionalSelect(notable, new(1.0 * Level.Scale), Vector<double>.Zero)
        );
    }

    /// <summary>
    /// The extreme of an episode that ends once the value was at half of it twice in a row. The sign of the stored extreme says that it was
    /// there once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sliding(Vector<double> stored, Vector<double> units)
    {
        var wasAtHalf = Vector.LessThan(stored.As<double, long>(), Vector<long>.Zero);
        var raised = Larger(Vector.Abs(stored), units);
        var atHalf = Vector.LessThanOrEqual(units + units, raised);
        var kept = Vector.ConditionalSelect(atHalf & wasAtHalf, units, raised);
        return (kept.As<double, long>() | (Vector.AndNot(atHalf, wasAtHalf) & SignBit)).As<long, double>();
    }
}
