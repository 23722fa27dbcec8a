using System.Numerics;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Follows one metric in one direction over a whole page, several symbols at a time: first <see cref="Match"/>, which levels the values cross, then
/// <see cref="Raise(ReadOnlySpan{float})"/>, which extremes they raise. Values are level units, NaN for none. A page whose symbols did not change changes nothing.
/// </summary>
/// <param name="metric">The metric.</param>
/// <param name="direction">The direction.</param>
/// <param name="column">Its extremes.</param>
/// <param name="clock">The symbols' market times, second of the UTC day.</param>
/// <param name="levels">The wanted levels.</param>
public readonly ref struct EpisodeDetector(
    ISymbolMetric metric,
    Direction direction,
    EpisodeColumn column,
    ReadOnlySpan<float> clock,
    LevelIndex levels
)
{
    private const float SecondsAtHalf = 60;

    private readonly bool _endsAtHalf = metric.EpisodeEnd is EpisodeEnd.BackAtHalf;
    private readonly bool _isWanted = levels.Wants(metric.Id, direction);
    private readonly Span<float> _extremes = column.Extreme.Values;
    private readonly Span<float> _halfSince = column.HalfSince.Values;
    private readonly Span<float> _nextLevels = column.NextLevel.Values;
    private readonly Span<float> _levelsReached = column.LevelReached.Values;
    private readonly ReadOnlySpan<float> _clock = clock;

    /// <summary>Notes the crossings that somebody wants. A value that stays below the nearest wanted level costs one comparison; only one that reaches it is looked up.</summary>
    public void Match(ReadOnlySpan<float> values, List<PendingCrossing> crossings)
    {
        if (!_isWanted)
        {
            return;
        }

        ReadOnlySpan<float> nextLevels = _nextLevels;
        var row = 0;
        for (; row <= values.Length - Lanes.CountOfSingles; row += Lanes.CountOfSingles)
        {
            if (Vector.GreaterThanOrEqualAny(Lanes.At(values, row), Lanes.At(nextLevels, row)))
            {
                MatchEach(values, row, row + Lanes.CountOfSingles, crossings);
            }
        }

        MatchEach(values, row, values.Length, crossings);
    }

    /// <summary>Raises the extremes, and ends the episodes of those that are back at half for a minute.</summary>
    public void Raise(ReadOnlySpan<float> values)
    {
        var row = _endsAtHalf ? RaiseUntilHalf(values) : RaiseInSession(values);
        for (; row < values.Length; row++)
        {
            Raise(row, values[row]);
        }
    }

    /// <summary>Takes the value of one symbol, in the metric's unit; returns whether it raised the extreme.</summary>
    public bool Take(int row, double value, List<PendingCrossing> crossings)
    {
        var units = (float)Level.UnitsOf(value);
        if (units >= _nextLevels[row])
        {
            LookUp(row, units, crossings);
        }

        return Raise(row, units);
    }

    private void MatchEach(ReadOnlySpan<float> values, int from, int before, List<PendingCrossing> crossings)
    {
        for (var row = from; row < before; row++)
        {
            if (values[row] >= _nextLevels[row])
            {
                LookUp(row, values[row], crossings);
            }
        }
    }

    private void LookUp(int row, float value, List<PendingCrossing> crossings)
    {
        var crossing = new Crossing(metric.Id, direction, (long)_extremes[row], (long)Math.Max(_extremes[row], value));
        var (reached, next) = levels.Around(row, metric.Id, direction, crossing.To);
        if (reached > crossing.From)
        {
            crossings.Add(new PendingCrossing((ushort)row, crossing, null));
        }

        (_levelsReached[row], _nextLevels[row]) = ((float)reached, (float)next);
    }

    private bool Raise(int row, float value)
    {
        ref var extreme = ref _extremes[row];
        if (value > extreme)
        {
            (extreme, _halfSince[row]) = (value, 0);
            return true;
        }

        if (_endsAtHalf)
        {
            EndAtHalf(row, value);
        }

        return false;
    }

    private void EndAtHalf(int row, float value)
    {
        ref var extreme = ref _extremes[row];
        ref var since = ref _halfSince[row];
        var atHalf = value * 2 <= extreme && extreme > 0;
        if (!atHalf || since is 0)
        {
            since = atHalf ? _clock[row] : 0;
        }
        else if (_clock[row] - since >= SecondsAtHalf)
        {
            (extreme, since) = (Math.Max(value, 0), 0);
            Arm(row);
        }
    }

    /// <summary>Arms the levels above an extreme that fell.</summary>
    private void Arm(int row)
    {
        if (!(_extremes[row] >= _levelsReached[row]))
        {
            column.ForgetLevels(row);
        }
    }

    /// <summary>Takes as many values as fill whole lanes; returns how many.</summary>
    private int RaiseInSession(ReadOnlySpan<float> values)
    {
        var extremes = _extremes;
        var row = 0;
        for (; row <= values.Length - Lanes.CountOfSingles; row += Lanes.CountOfSingles)
        {
            var value = Lanes.At(values, row);
            var extreme = Lanes.At(extremes, row);
            Lanes.Set(extremes, row, Vector.ConditionalSelect(Vector.GreaterThan(value, extreme), value, extreme));
        }

        return row;
    }

    /// <summary>The same for a metric whose episodes end at half, see <see cref="EndAtHalf"/>.</summary>
    private int RaiseUntilHalf(ReadOnlySpan<float> values)
    {
        var extremes = _extremes;
        var halfSince = _halfSince;
        var clock = _clock;
        var row = 0;
        for (; row <= values.Length - Lanes.CountOfSingles; row += Lanes.CountOfSingles)
        {
            var value = Lanes.At(values, row);
            var extreme = Lanes.At(extremes, row);
            var since = Lanes.At(halfSince, row);
            var time = Lanes.At(clock, row);
            var raised = Vector.GreaterThan(value, extreme);
            var waiting = Vector.GreaterThan(since, Vector<float>.Zero);
            var atHalf = Vector.LessThanOrEqual(value + value, extreme) & Vector.GreaterThan(extreme, Vector<float>.Zero);
            var ends = atHalf & waiting & Vector.GreaterThanOrEqual(time - since, new Vector<float>(SecondsAtHalf));
            Lanes.Set(extremes, row, Vector.ConditionalSelect(raised | ends, Vector.Max(value, Vector<float>.Zero), extreme));
            Lanes.Set(
                halfSince,
                row,
                Vector.ConditionalSelect(Vector.AndNot(atHalf, ends), Vector.ConditionalSelect(waiting, since, time), Vector<float>.Zero)
            );
            if (_isWanted && ends != Vector<int>.Zero)
            {
                Arm(row, ends);
            }
        }

        return row;
    }

    /// <summary>Arms the levels above those of several extremes that fell.</summary>
    private void Arm(int row, Vector<int> fell)
    {
        var extreme = Lanes.At(_extremes, row);
        var reached = Lanes.At(_levelsReached, row);
        var arms = Vector.AndNot(fell, Vector.GreaterThanOrEqual(extreme, reached));
        var beside = Vector.AsVectorSingle(Vector.AsVectorInt32(extreme) + Vector<int>.One); // As MathF.BitIncrement: extremes are never negative.
        Lanes.Set(_nextLevels, row, Vector.ConditionalSelect(arms, beside, Lanes.At(_nextLevels, row)));
        Lanes.Set(_levelsReached, row, Vector.ConditionalSelect(arms, new Vector<float>(float.NaN), reached));
    }
}
