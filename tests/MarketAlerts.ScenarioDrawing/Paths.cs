namespace MarketAlerts.ScenarioDrawing;

internal static class Paths
{
    // Straight lines between the anchors, with noise that is nothing at the anchors and never reaches low or high.
    // A part of the noise is the tide, which all symbols of a day share.
    public static int[] Draw(Anchor[] anchors, int low, int high, double noise, Random random, double[] tide)
    {
        int[] path = new int[anchors[^1].Minute + 1];
        path[anchors[0].Minute] = anchors[0].Cents;
        foreach ((Anchor from, Anchor to) in anchors.Zip(anchors.Skip(1)))
        {
            int minutes = to.Minute - from.Minute;
            double[] steps =
            [
                .. Enumerable.Range(from.Minute + 1, minutes).Select(m => noise * ((0.6 * tide[m]) + (0.8 * Normal(random)))),
            ];
            double walk = 0,
                end = steps.Sum();
            for (int k = 1; k < minutes; k++)
            {
                double share = (double)k / minutes,
                    line = from.Cents + (share * (to.Cents - from.Cents));
                walk += steps[k - 1];
                path[from.Minute + k] = Inside(line * (1 + walk - (share * end)), low, high);
            }

            path[to.Minute] = to.Cents;
        }

        return path;
    }

    /// <summary>Reflects what lies beyond an edge; the edges themselves are kept for the minutes that meet them.</summary>
    public static int Inside(double cents, int low, int high)
    {
        double reflected =
            cents > high ? (2.0 * high) - cents
            : cents < low ? (2.0 * low) - cents
            : cents;
        return Math.Clamp((int)Math.Round(reflected), low + 1, high - 1);
    }

    /// <summary>The largest fall in percent from the highest price of a sliding window to its last.</summary>
    public static double WorstFall(int[] last, int minutes) =>
        Enumerable.Range(1, last.Length - 1).Max(m => 100 * (1 - (last[m] / (double)last[Math.Max(0, m - minutes)..m].Max())));

    /// <summary>Nearly normal: the sum of twelve uniform numbers, less six.</summary>
    public static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;

    public static double[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal(random))];
}
