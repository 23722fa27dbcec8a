using System.Numerics;

namespace MarketAlerts.Core.Levels;

/// <summary>The one formula of every move.</summary>
public static class Percent
{
    /// <summary>100 x (to / from - 1); NaN without a base.</summary>
    public static double Change(double from, double to) => 100 * ((to / from) - 1);

    /// <summary>The same for many, with the same bits, both ways: what rises by x falls by -x.</summary>
    public static void Moves(ReadOnlySpan<double> from, ReadOnlySpan<double> to, Span<double> falling, Span<double> rising)
    {
        var row = 0;
        for (; row <= rising.Length - Lanes.Count; row += Lanes.Count)
        {
            var change = 100 * ((Lanes.At(to, row) / Lanes.At(from, row)) - Vector<double>.One);
            Lanes.Set(falling, row, -change);
            Lanes.Set(rising, row, change);
        }

        for (; row < rising.Length; row++)
        {
            var change = Change(from[row], to[row]);
            falling[row] = -change;
            rising[row] = change; // Last: whoever needs the rise alone gives the same room for both.
        }
    }
}
