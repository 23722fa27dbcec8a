using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketAlerts.Core.Levels;

/// <summary>Reads and writes several symbols of a column at once, without a check per read: the caller's loop ends <see cref="Count"/> before the column does.</summary>
internal static class Lanes
{
    /// <summary>How many symbols at once.</summary>
    public static int Count => Vector<double>.Count;

    /// <summary>The values from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> At(ReadOnlySpan<double> column, int row) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>The same of whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<long> At(ReadOnlySpan<long> column, int row) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>Writes the values from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<double> column, int row, Vector<double> values) =>
        values.StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>The same of whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<long> column, int row, Vector<long> values) =>
        values.StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>Writes the values of the chosen rows, from a row on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<double> column, int row, Vector<double> values, Vector<long> chosen) =>
        Set(column, row, Vector.ConditionalSelect(chosen, values, At(column, row)));

    /// <summary>The same of whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<long> column, int row, Vector<long> values, Vector<long> chosen) =>
        Set(column, row, Vector.ConditionalSelect(chosen, values, At(column, row)));

    /// <summary>How many symbols at once in single precision.</summary>
    public static int CountOfSingles => Vector<float>.Count;

    /// <summary>The values from a row on, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> At(ReadOnlySpan<float> column, int row) =>
        Vector.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>Writes the values from a row on, in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<float> column, int row, Vector<float> values) =>
        values.StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)row);

    /// <summary>The magnitudes from a row on as level units in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> UnitsAt(ReadOnlySpan<double> magnitudes, int row) =>
        Vector.Narrow(UnitsOf(At(magnitudes, row)), UnitsOf(At(magnitudes, row + Count)));

    /// <summary>Magnitudes as level units, rounded as <see cref="Level.FromValue(double)"/> rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> UnitsOf(Vector<double> magnitudes) =>
        Vector.Floor((magnitudes * Level.Scale) + new Vector<double>(Level.Half));
}
