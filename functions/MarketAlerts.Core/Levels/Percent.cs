using System.Numerics;

namespace MarketAlerts.Core.Levels;

/// <summary>The one formula of every move.</summary>
internal static class Percent
{
    /// <summary>100 x (to / from - 1); NaN without a base.</summary>
    public static double Change(double from, double to) => Change(Vector.CreateScalar(from), Vector.CreateScalar(to)).ToScalar();

    /// <summary>The same for whole blocks, both ways: what rises by x falls by -x.</summary>
    public static void Moves(ReadOnlySpan<double> from, ReadOnlySpan<double> to, Span<double> falling, Span<double> rising)
    {
        for (var row = 0; row < rising.Length; row += Simd.Count)
        {
            var change = Change(Simd.At(from, row), Simd.At(to, row));
            Simd.Set(falling, row, -change);
            Simd.Set(rising, row, change); // Last: whoever needs the rise alone gives the same room for both.
        }
    }

    /// <summary>The same for several at once.</summary>
    internal static Vector<double> Change(Vector<double> from, Vector<double> to) => 100 * ((to / from) - Vector<double>.One);
}
