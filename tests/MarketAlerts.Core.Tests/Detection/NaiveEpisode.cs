namespace MarketAlerts.Core.Tests.Detection;

/// <summary>
/// One extreme. An episode that ends at half is over when the value was at or below half of it at two quotes a minute apart.
/// </summary>
internal sealed class NaiveEpisode(bool endsAtHalf)
{
    private long? _halfSince;

    public long Extreme { get; private set; }

    /// <summary>Takes a value; whether it is further than ever.</summary>
    public bool Raise(double value, long seconds)
    {
        var reached = double.IsNaN(value) ? (long?)null : NaiveSymbol.Units(Math.Max(value, 0));
        if (reached > Extreme)
        {
            (Extreme, _halfSince) = (reached.Value, null);
            return true;
        }

        var atHalf = endsAtHalf && Extreme > 0 && reached * 2 <= Extreme;
        if (atHalf && seconds - _halfSince >= 60)
        {
            (Extreme, _halfSince) = (reached!.Value, null);
        }
        else
        {
            _halfSince = atHalf ? _halfSince ?? seconds : null;
        }

        return false;
    }
}
