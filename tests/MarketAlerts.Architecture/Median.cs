namespace MarketAlerts.Architecture;

/// <summary>The middle value; of an even number of values the mean of the two in the middle.</summary>
internal static class Median
{
    public static double Of(IEnumerable<int> values)
    {
        var sorted = values.Order().ToArray();
        sorted.ShouldNotBeEmpty("Nothing to measure: were the sources found?");
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
