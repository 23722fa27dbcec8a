using MarketAlerts.Core.Levels;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Prices, each kept to 1/10,000, as steps from one to the next: two or three bytes where a price takes four.</summary>
internal sealed class Steps
{
    private long _units;

    /// <summary>The step to a price.</summary>
    public long To(double price)
    {
        var units = Level.FromValue(price).Units;
        (var step, _units) = (units - _units, units);
        return step;
    }

    /// <summary>The price behind a step.</summary>
    public double From(long step) => (double)(_units += step) / Level.Scale;
}
