namespace MarketAlerts.Core.Quotes;

/// <summary>The last closes of a symbol, oldest first, from which its usual day is computed.</summary>
public sealed class DailyCloses
{
    /// <summary>Closes kept: 21 give the 20 daily returns of <c>surprise</c>.</summary>
    public const int Capacity = 21;

    private readonly List<double> _closes = [];
    private double? _deviation;

    /// <summary>The session of the newest close, or null when there is none.</summary>
    public DateOnly? NewestSession { get; private set; }

    /// <summary>The closes, oldest first.</summary>
    public IReadOnlyList<double> Values => _closes;

    /// <summary>Replaces everything, as read from storage or history.</summary>
    public void Restore(DateOnly? newestSession, IEnumerable<double> closes)
    {
        _closes.Clear();
        _closes.AddRange(closes.TakeLast(Capacity));
        NewestSession = newestSession;
        _deviation = null;
    }

    /// <summary>Adds the close of a later session; an earlier or the same session changes nothing.</summary>
    public void Add(DateOnly session, double close)
    {
        if (NewestSession >= session)
        {
            return;
        }

        Restore(session, [.. _closes, close]);
    }

    /// <summary>
    /// The usual day: sample standard deviation (n-1) of the last 20 simple daily returns, in percent.
    /// Null with fewer than 21 closes or when nothing ever moved: not enough data is no value.
    /// </summary>
    public double? StandardDeviation()
    {
        if (_closes.Count < Capacity)
        {
            return null;
        }

        var deviation = _deviation ??= Deviation();
        return deviation > 0 ? deviation : null;
    }

    private double Deviation()
    {
        var returns = new double[Capacity - 1];
        for (var day = 0; day < returns.Length; day++)
        {
            returns[day] = 100 * ((_closes[day + 1] / _closes[day]) - 1);
        }

        var mean = returns.Average();
        return Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
    }
}
