using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Market;

/// <summary>
/// The last sessions of a symbol, oldest first, from which its usual day and its usual volume are computed. Closes are kept to 1/10,000.
/// </summary>
public sealed class DailyCloses
{
    /// <summary>Closes kept: 21 give the 20 daily returns of <c>surprise</c>.</summary>
    public const int Capacity = 21;

    private const int SessionsOfVolume = 20;
    private readonly List<double> _closes = [];
    private readonly List<float> _volumes = [];

    /// <summary>The session of the newest close, or null when there is none.</summary>
    public DateOnly? NewestSession { get; private set; }

    /// <summary>The closes, oldest first.</summary>
    public IReadOnlyList<double> Values => _closes;

    /// <summary>The volumes of the same sessions, in shares; 0 where unknown.</summary>
    public IReadOnlyList<float> Volumes => _volumes;

    /// <summary>Replaces everything, as read from storage or history.</summary>
    public void Restore(DateOnly? newestSession, IEnumerable<(double Close, float Volume)> sessions)
    {
        _closes.Clear();
        _volumes.Clear();
        foreach (var (close, volume) in sessions.TakeLast(Capacity))
        {
            _closes.Add(Level.Round(close));
            _volumes.Add(volume);
        }

        NewestSession = newestSession;
    }

    /// <summary>Adds the close of a later session; an earlier or the same session changes nothing.</summary>
    public void Add(DateOnly session, double close, float volume)
    {
        if (NewestSession >= session)
        {
            return;
        }

        if (_closes.Count is Capacity)
        {
            _closes.RemoveAt(0);
            _volumes.RemoveAt(0);
        }

        _closes.Add(Level.Round(close));
        _volumes.Add(volume);
        NewestSession = session;
    }

    /// <summary>Restates everything after a split: each old share became so many new ones.</summary>
    public void Split(double newSharesPerOld) =>
        Restore(NewestSession, [.. _closes.Zip(_volumes, (close, volume) => (close / newSharesPerOld, (float)(volume * newSharesPerOld)))]);

    /// <summary>
    /// The usual day: sample standard deviation (n-1) of the last 20 simple daily returns, in percent.
    /// NaN with fewer than 21 closes above zero or when nothing ever moved: not enough data is no value.
    /// </summary>
    public double UsualDay()
    {
        if (_closes.Count < Capacity || _closes.Exists(close => !(close > 0)))
        {
            return double.NaN;
        }

        Span<double> returns = stackalloc double[Capacity - 1];
        var sum = 0.0;
        for (var day = 0; day < returns.Length; day++)
        {
            returns[day] = Percent.Change(_closes[day], _closes[day + 1]);
            sum += returns[day];
        }

        var mean = sum / returns.Length;
        var squares = 0.0;
        foreach (var value in returns)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / (returns.Length - 1));
        return deviation > 0 ? deviation : double.NaN;
    }

    /// <summary>The usual volume: the mean of the last 20 sessions, in shares; NaN while any of them is unknown.</summary>
    public double UsualVolume()
    {
        var sum = 0.0;
        for (var back = 1; back <= SessionsOfVolume; back++)
        {
            if (back > _volumes.Count || !(_volumes[^back] > 0))
            {
                return double.NaN;
            }

            sum += _volumes[^back];
        }

        return sum / SessionsOfVolume;
    }
}
