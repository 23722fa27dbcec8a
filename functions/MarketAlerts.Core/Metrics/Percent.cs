using System.Numerics.Tensors;

namespace MarketAlerts.Core.Metrics;

/// <summary>The one formula of every move.</summary>
public static class Percent
{
    /// <summary>100 x (to / from - 1); NaN without a base.</summary>
    public static double Change(double from, double to) => 100 * ((to / from) - 1);

    /// <summary>The same for many, with the same bits.</summary>
    public static void Change(ReadOnlySpan<double> from, ReadOnlySpan<double> to, Span<double> result)
    {
        TensorPrimitives.Divide(to, from, result);
        TensorPrimitives.Subtract(result, 1, result);
        TensorPrimitives.Multiply(result, 100, result);
    }

    /// <summary>A change both ways: what rises by x falls by -x.</summary>
    public static void Moves(ReadOnlySpan<double> from, ReadOnlySpan<double> to, Span<double> falling, Span<double> rising)
    {
        Change(from, to, rising);
        TensorPrimitives.Negate(rising, falling);
    }
}
