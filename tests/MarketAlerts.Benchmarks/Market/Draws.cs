namespace MarketAlerts.Benchmarks.Market;

/// <summary>Draws that every run repeats.</summary>
/// <param name="seed">Which draws.</param>
internal sealed class Draws(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Even between two numbers.</summary>
    public double Between(double from, double to) => from + ((to - from) * _random.NextDouble());

    /// <summary>A whole number of a half-open range.</summary>
    public int Whole(int from, int before) => _random.Next(from, before);

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
