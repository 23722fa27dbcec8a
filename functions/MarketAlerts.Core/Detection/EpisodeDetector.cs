using System.Numerics;
using System.Runtime.CompilerServices;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>
/// Follows one metric in one direction over a whole page, several symbols at a time: first <see cref="Match"/>, which levels the values
/// cross, then <see cref="Raise"/>, which extremes they raise. Values are level units, NaN for none. A page whose symbols did not change
/// changes nothing.
/// </summary>
/// <param name="metric">The metric.</param>
/// <param name="direction">The direction.</param>
/// <param name="column">Its extremes.</param>
/// <param name="clock">The symbols' market times, second of the UTC day, padded.</param>
/// <param name="levels">The wanted levels.</param>
internal readonly ref struct EpisodeDetector(
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
    private readonly Span<float> _extremes = column.Extreme.Padded;
    private readonly Span<float> _halfSince = column.HalfSince.Padded;
    private readonly Span<float> _nextLevels = column.NextLevel.Padded;
    private readonly ReadOnlySpan<float> _clock = clock;

    /// <summary>
    /// Notes the crossings that somebody wants. A value that stays below the nearest wanted level costs one comparison; only one that
    /// reaches it is looked up.
    /// </summary>
    /// <param name="values">A value per symbol, padded with NaN.</param>
    /// <param name="crossings">Gets the crossings.</param>
    public void Match(ReadOnlySpan<float> values, List<PendingCrossing> crossings)
    {
        if (!_isWanted)
        {
            return;
        }

        values = values[.._extremes.Length];
        for (var row = 0; row < values.Length; row += Simd.CountOfSingles)
        {
            MatchLanes(row, Simd.At(values, row), crossings);
        }
    }

    /// <summary>Raises the extremes, and ends the episodes of those that are back at half for a minute.</summary>
    /// <param name="values">A value per symbol, padded with NaN.</param>
    public void Raise(ReadOnlySpan<float> values)
    {
        values = values[.._extremes.Length];
        if (_endsAtHalf)
        {
            RaiseUntilHalf(values);
            return;
        }

        var extremes = _extremes;
        for (var row = 0; row < values.Length; row += Simd.CountOfSingles)
        {
            RaiseLanes(extremes, row, Simd.At(values, row));
        }
    }

    /// <summary>Takes the value of one symbol, in the unit of a metric of the session; returns whether it raised the extreme.</summary>
    public bool Take(int row, double value, List<PendingCrossing> crossings)
    {
        var (block, before) = (Simd.BlockOf(row), _extremes[row]);
        var values = new Vector<float>(float.NaN).WithElement(row - block, (float)Level.UnitsOf(value));
        if (_isWanted)
        {
            MatchLanes(block, values, crossings);
        }

        RaiseLanes(_extremes, block, values);
        return _extremes[row] > before;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MatchLanes(int row, Vector<float> values, List<PendingCrossing> crossings)
    {
        var reach = Vector.GreaterThanOrEqual(values, Simd.At(_nextLevels, row));
        if (reach != Vector<int>.Zero)
        {
            LookUpEach(row, values, reach, crossings);
        }
    }

    private void LookUpEach(int row, Vector<float> values, Vector<int> reach, List<PendingCrossing> crossings)
    {
        for (var lane = 0; lane < Simd.CountOfSingles; lane++)
        {
            if (reach[lane] is not 0)
            {
                LookUp(row + lane, values[lane], crossings);
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

        (column.LevelReached[row], _nextLevels[row]) = ((float)reached, (float)next);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RaiseLanes(Span<float> extremes, int row, Vector<float> values)
    {
        var extreme = Simd.At(extremes, row);
        Simd.Set(extremes, row, Vector.ConditionalSelect(Vector.GreaterThan(values, extreme), values, extreme));
    }

    /// <summary>The same for a metric whose episodes end at half for a minute: the extreme falls to the value.</summary>
    private void RaiseUntilHalf(ReadOnlySpan<float> values)
    {
        var extremes = _extremes;
        var halfSince = _halfSince;
        var clock = _clock;
        for (var row = 0; row < values.Length; row += Simd.CountOfSingles)
        {
            var value = Simd.At(values, row);
            var extreme = Simd.At(extremes, row);
            var since = Simd.At(halfSince, row);
            var time = Simd.At(clock, row);
            var raised = Vector.GreaterThan(value, extreme);
            var waiting = Vector.GreaterThan(since, Vector<float>.Zero);
            var atHalf = Vector.LessThanOrEqual(value + value, extreme) & Vector.GreaterThan(extreme, Vector<float>.Zero);
            var ends = atHalf & waiting & Vector.GreaterThanOrEqual(time - since, new Vector<float>(SecondsAtHalf));
            var began = Vector.ConditionalSelect(waiting, since, time);
            Simd.Set(extremes, row, Vector.ConditionalSelect(raised | ends, Vector.Max(value, Vector<float>.Zero), extreme));
            Simd.Set(halfSince, row, Vector.ConditionalSelect(Vector.AndNot(atHalf, ends), began, Vector<float>.Zero));
            if (_isWanted && ends != Vector<int>.Zero)
            {
                Arm(row, ends);
            }
        }
    }

    /// <summary>Arms the levels above extremes that fell.</summary>
    private void Arm(int row, Vector<int> fell)
    {
        for (var lane = 0; lane < Simd.CountOfSingles; lane++)
        {
            if (fell[lane] is not 0 && !(_extremes[row + lane] >= column.LevelReached[row + lane]))
            {
                column.ForgetLevels(row + lane);
            }
        }
    }
}
