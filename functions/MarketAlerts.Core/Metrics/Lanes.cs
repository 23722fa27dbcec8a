using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketAlerts.Core.Metrics;

/// <summary>Reads and writes several symbols of a column at once, without a check per read: the caller's loop ends <see cref="Count"/> before the column does.</summary>
internal static class Lanes
{
    /// <summary>How many symbols at once.</summary>
    public static int Count => Vector<double>.Count;

    /// <summary>The values from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> At(ReadOnlySpan<double> column, int row) => Vector.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>Writes the values from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<double> column, int row, Vector<double> values) => values.StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>Magnitudes as level units, rounded as <see cref="Level.Of(double)"/> rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> UnitsOf(Vector<double> magnitudes) => Vector.Floor((magnitudes * Level.Scale) + new Vector<double>(Level.Half));
}
