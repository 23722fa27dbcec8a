using System.Numerics;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Raises the extremes of one metric in one direction by the values of a whole page, several symbols at a time. A value that stays below the nearest wanted
/// level costs one comparison; only one that reaches it is looked up. A page whose symbols did not change changes nothing.
/// </summary>
/// <param name="metric">The metric.</param>
/// <param name="direction">The direction.</param>
/// <param name="column">Its extremes.</param>
/// <param name="now">The symbols' market times, seconds since 1970.</param>
/// <param name="levels">The wanted levels.</param>
public readonly ref struct EpisodeDetector(
    ISymbolMetric metric, Direction direction, EpisodeColumn column, ReadOnlySpan<double> now, LevelIndex levels)
{
    private const double SecondsAtHalf = 60;

    private readonly bool _endsAtHalf = metric.EpisodeEnd is EpisodeEnd.BackAtHalf;
    private readonly Span<double> _extremes = column.Extreme.Values;
    private readonly Span<double> _halfSince = column.HalfSince.Values;
    private readonly Span<double> _nextLevels = column.NextLevel.Values;
    private readonly Span<double> _levelsReached = column.LevelReached.Values;
    private readonly ReadOnlySpan<double> _now = now;

    /// <summary>Takes one value per symbol, NaN for none, and notes the crossings that somebody wants.</summary>
    public void Raise(ReadOnlySpan<double> values, List<PendingCrossing> crossings)
    {
        var row = _endsAtHalf ? RaiseUntilHalf(values, crossings) : RaiseInSession(values, crossings);
        RaiseEach(row, values[row..], crossings);
    }

    /// <summary>Takes the value of one symbol; returns whether it raised the extreme.</summary>
    public bool Raise(int row, double value, List<PendingCrossing> crossings)
    {
        var reached = Level.UnitsOf(value);
        ref var extreme = ref _extremes[row];
        if (reached > extreme)
        {
            var crossing = new Crossing(metric.Id, direction, (long)extreme, (long)reached);
            extreme = reached;
            _halfSince[row] = 0;
            Note(row, crossing, crossings);
            return true;
        }

        if (_endsAtHalf)
        {
            EndAtHalf(row, reached);
        }

        return false;
    }

    private void RaiseEach(int first, ReadOnlySpan<double> values, List<PendingCrossing> crossings)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Raise(first + index, values[index], crossings);
        }
    }

    private void Note(int row, in Crossing crossing, List<PendingCrossing> crossings)
    {
        var next = _nextLevels[row];
        if (crossing.To < next)
        {
            return;
        }

        if (crossing.To >= next || levels.Wants(row, crossing))
        {
            crossings.Add(new PendingCrossing((ushort)row, crossing, null));
        }

        (_levelsReached[row], _nextLevels[row]) = levels.Around(row, metric.Id, direction, crossing.To);
    }

    /// <summary>Takes as many values as fill whole lanes; returns how many.</summary>
    private int RaiseInSession(ReadOnlySpan<double> values, List<PendingCrossing> crossings)
    {
        var extremes = _extremes;
        var nextLevels = _nextLevels;
        var row = 0;
        for (; row <= values.Length - Lanes.Count; row += Lanes.Count)
        {
            var reached = Lanes.UnitsOf(Lanes.At(values, row));
            var extreme = Lanes.At(extremes, row);
            var raised = Vector.GreaterThan(reached, extreme);
            if (raised == Vector<long>.Zero)
            {
                continue;
            }

            var passing = Vector.AndNot(raised, Vector.LessThan(reached, Lanes.At(nextLevels, row)));
            if (passing != Vector<long>.Zero)
            {
                NotePassing(row, passing, extreme, reached, crossings);
            }

            Lanes.Set(extremes, row, Vector.ConditionalSelect(raised, reached, extreme));
        }

        return row;
    }

    /// <summary>The same for a metric whose episodes end at half, see <see cref="EndAtHalf"/>.</summary>
    private int RaiseUntilHalf(ReadOnlySpan<double> values, List<PendingCrossing> crossings)
    {
        var extremes = _extremes;
        var halfSince = _halfSince;
        var nextLevels = _nextLevels;
        var now = _now;
        var row = 0;
        for (; row <= values.Length - Lanes.Count; row += Lanes.Count)
        {
            var reached = Lanes.UnitsOf(Lanes.At(values, row));
            var extreme = Lanes.At(extremes, row);
            var raised = Vector.GreaterThan(reached, extreme);
            var passing = Vector.AndNot(raised, Vector.LessThan(reached, Lanes.At(nextLevels, row)));
            if (passing != Vector<long>.Zero)
            {
                NotePassing(row, passing, extreme, reached, crossings);
            }

            var since = Lanes.At(halfSince, row);
            var time = Lanes.At(now, row);
            var waiting = Vector.GreaterThan(since, Vector<double>.Zero);
            var atHalf = Vector.LessThanOrEqual(reached + reached, extreme) & Vector.GreaterThan(extreme, Vector<double>.Zero);
            var ends = atHalf & waiting & Vector.GreaterThanOrEqual(time - since, new Vector<double>(SecondsAtHalf));
            Lanes.Set(extremes, row, Vector.ConditionalSelect(raised | ends, Vector.Max(reached, Vector<double>.Zero), extreme));
            Lanes.Set(halfSince, row, Vector.ConditionalSelect(Vector.AndNot(atHalf, ends), Vector.ConditionalSelect(waiting, since, time), Vector<double>.Zero));
            if (ends != Vector<long>.Zero)
            {
                ForgetArmed(row, reached, ends);
            }
        }

        return row;
    }

    /// <summary>Notes the crossings of those symbols, beside others, that reach their nearest level.</summary>
    private void NotePassing(int row, Vector<long> passing, Vector<double> extreme, Vector<double> reached, List<PendingCrossing> crossings)
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            if (passing[lane] is not 0)
            {
                Note(row + lane, new Crossing(metric.Id, direction, (long)extreme[lane], (long)reached[lane]), crossings);
            }
        }
    }

    private void ForgetArmed(int row, Vector<double> reached, Vector<long> ends)
    {
        var arms = ends & Vector.LessThan(reached, Lanes.At(_levelsReached, row));
        Lanes.Set(_nextLevels, row, Vector.ConditionalSelect(arms, new Vector<double>(double.NaN), Lanes.At(_nextLevels, row)));
    }

    private void EndAtHalf(int row, double reached)
    {
        ref var extreme = ref _extremes[row];
        ref var since = ref _halfSince[row];
        var atHalf = reached * 2 <= extreme && extreme > 0;
        if (!atHalf || since is 0)
        {
            since = atHalf ? _now[row] : 0;
        }
        else if (_now[row] - since >= SecondsAtHalf)
        {
            extreme = Math.Max(reached, 0);
            since = 0;
            _nextLevels[row] = reached < _levelsReached[row] ? double.NaN : _nextLevels[row];
        }
    }
}
