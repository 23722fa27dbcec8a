namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// The smaller task of the peers: of each symbol four conditions, each told when it becomes true: 3 % under the previous close, 1.5 %
/// within 15 minutes, twice the usual volume so far, and 3 standard deviations from the mean of the last 20 prices.
/// </summary>
internal static class FourConditions
{
    public const string Question = "edges of four conditions";
    public const int Polls = 40;
    public const int Drop = 0,
        Change = 1,
        Volume = 2,
        Outlier = 3,
        Count = 4;
    public const int ChangeMinutes = 15,
        OutlierPrices = 20;
    public const double DropPercent = -3,
        ChangePercent = 1.5,
        VolumeTimes = 2,
        Sigmas = 3;

    public static bool IsDrop(double previousClose, double last) => 100 * ((last / previousClose) - 1) <= DropPercent;

    public static bool IsChange(double before, double last) => Math.Abs(100 * ((last / before) - 1)) >= ChangePercent;

    public static bool IsVolume(double usual, double volume) => volume >= VolumeTimes * usual;

    /// <summary>Squared, so that nobody needs a root.</summary>
    public static bool IsOutlier(double mean, double variance, double last) =>
        (last - mean) * (last - mean) >= Sigmas * Sigmas * variance && variance > 1e-9;
}
