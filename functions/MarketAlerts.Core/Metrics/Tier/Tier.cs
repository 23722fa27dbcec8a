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
        var tier = Reaches(size, input.Bars.SeverePercent) ? 2
            : Reaches(size, input.Bars.NotablePercent) && size / input.StandardDeviation is { } surprise && Reaches(surprise, input.Bars.NotableSigma) ? 1 : 0;
        return tier * Math.Sign(move);
    }

    /// <summary>In level units, as detection compares: -8.0000 % is 8 %, whatever the last bit of the double says.</summary>
    private static bool Reaches(double value, double bar) => Level.Of(value).Units >= Level.Of(bar).Units;
}
