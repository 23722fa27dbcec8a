namespace MarketAlerts.Benchmarks.W1;

/// <summary>What a rule engine is given about one symbol.</summary>
/// <param name="Drop">Percent against the previous close.</param>
/// <param name="Change">The size of the 15-minute change, in percent.</param>
/// <param name="VolumeRatio">Volume in multiples of the usual.</param>
/// <param name="SquaredSigmas">The squared distance from the mean in standard deviations.</param>
public sealed record ConditionFeatures(double Drop, double Change, double VolumeRatio, double SquaredSigmas)
{
    /// <summary>The features of a symbol at a poll; what is not known yet is zero.</summary>
    internal static ConditionFeatures Of(MarketDay day, int poll, int symbol)
    {
        var last = day.Prices[poll][symbol];
        var then = poll >= FourConditions.ChangeMinutes ? day.Prices[poll - FourConditions.ChangeMinutes][symbol] : last;
        var off = BareConditions.Spread(day, poll, symbol) is { Variance: > 1e-9 } spread
            ? (last - spread.Mean) * (last - spread.Mean) / spread.Variance
            : 0;
        return new ConditionFeatures(
            100 * ((last / day.PreviousClose[symbol]) - 1),
            Math.Abs(100 * ((last / then) - 1)),
            day.Volumes[poll][symbol] / (day.AverageVolume[symbol] * day.Share[poll]),
            off
        );
    }
}
