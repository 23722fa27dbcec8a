using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MarketAlerts.Core.Levels;

/// <summary>
/// Reads and writes several symbols of a column at once, without a check per read: columns are padded to whole blocks, as many rows as a
/// vector of singles holds. One symbol is a lane of its block, the others are masked.
/// </summary>
internal static class Simd
{
    /// <summary>How many symbols at once.</summary>
    public static int Count => Vector<double>.Count;

    /// <summary>How many symbols at once in single precision: a block.</summary>
    public static int CountOfSingles => Vector<float>.Count;

    /// <summary>So many rows in whole blocks.</summary>
    public static int Padded(int rows) => (rows + CountOfSingles - 1) & -CountOfSingles;

    /// <summary>The first row of the block that a row lies in.</summary>
    public static int BlockOf(int row) => row & -CountOfSingles;

    /// <summary>The first row of the vector that a row lies in, and the lanes of which it is the only one.</summary>
    public static (int First, Vector<long> Only) LaneOf(int row) =>
        (row & -Count, Vector.Equals(Vector<long>.Indices, new Vector<long>(row & (Count - 1))));

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
