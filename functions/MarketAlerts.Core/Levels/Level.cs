using System.Numerics;

namespace MarketAlerts.Core.Levels;

/// <summary>
/// A level on a metric: an integer of 1/10,000 of the metric's own unit, rounded to nearest (halves away from zero), so that text, number
/// and table key agree. 5 % is 50,000; $120.50 is 1,205,000; notable (tier 1) is 10,000.
/// </summary>
/// <param name="Units">The integer.</param>
public readonly record struct Level(long Units) : IComparable<Level>
{
    /// <summary>Units per one of the metric's unit.</summary>
    public const int Scale = 10_000;

    /// <summary>The largest double below one half: added before rounding down it rounds halves up, and nothing less.</summary>
    internal const double Half = 0.49999999999999994;

    /// <summary>The level of a number in the metric's unit.</summary>
    public static Level FromValue(double value) => new((long)Math.CopySign(UnitsOf(Math.Abs(value)), value));

    /// <summary>The level of a number in the metric's unit.</summary>
    public static Level FromValue(decimal value) => new((long)Math.Round(value * Scale, MidpointRounding.AwayFromZero));

    /// <summary>A price or another number, zero or above, rounded to a level.</summary>
    public static double Round(double value) => UnitsOf(value) / Scale;

    /// <summary>The number in the metric's unit.</summary>
    public decimal Value => Units / (decimal)Scale;

    /// <inheritdoc/>
    public int CompareTo(Level other) => Units.CompareTo(other.Units);

    /// <summary>The units of a magnitude, as <see cref="FromValue(double)"/> rounds; as a double, which is exact below 2^53.</summary>
    internal static double UnitsOf(double magnitude) => Simd.UnitsOf(Vector.CreateScalar(magnitude)).ToScalar();

    /// <summary>The same for whole blocks, in single precision: exact up to 2^24 units.</summary>
    internal static void UnitsOf(ReadOnlySpan<double> magnitudes, Span<float> units)
    {
        for (var index = 0; index < units.Length; index += Simd.CountOfSingles)
        {
            Simd.Set(units, index, Simd.UnitsAt(magnitudes, index));
        }
    }
}
