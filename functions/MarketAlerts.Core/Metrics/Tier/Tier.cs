namespace MarketAlerts.Core.Metrics;

/// <summary>
/// <c>tier</c>: 2 severe when |day-move| is at least 8 %, 1 notable when it is at least 5 % and |surprise| at least 2, else 0; negative when falling.
/// Severe needs no history; notable has no value without it. The bars are options.
/// </summary>
public sealed class Tier : ISymbolMetric
{
    /// <inheritdoc/>
    public MetricId Id => MetricId.Tier;

    /// <inheritdoc/>
    public double? Value(in MetricInput input)
    {
        if (Percent.Change(input.PreviousClose, input.Last) is not { } move)
        {
            return null;
        }

        var size = Math.Abs(move);
        var surprise = size / input.StandardDeviation;
        var tier = size >= input.Bars.SeverePercent ? 2
            : size >= input.Bars.NotablePercent && surprise >= input.Bars.NotableSigma ? 1 : 0;
        return tier * Math.Sign(move);
    }
}
