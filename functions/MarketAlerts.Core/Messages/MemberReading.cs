using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Messages;

/// <summary>The figures of one symbol at one accepted quote: the evidence an alert carries.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="QuoteTime">Market time of the quote.</param>
/// <param name="Last">The price, in dollars.</param>
/// <param name="DayMove">Percent against the previous close.</param>
/// <param name="OpenMove">Percent against the open, if known.</param>
/// <param name="StandardDeviation">The usual day in percent, if known.</param>
/// <param name="Tier">0, 1 notable, 2 severe, whichever way.</param>
public sealed record MemberReading(
    string Symbol, DateTimeOffset QuoteTime, double Last, double DayMove, double? OpenMove, double? StandardDeviation, int Tier)
{
    /// <summary>The day-move in usual days, if known.</summary>
    [JsonIgnore]
    public double? Surprise => DayMove / StandardDeviation;

    /// <summary>Which way the day goes.</summary>
    [JsonIgnore]
    public Direction Direction => DayMove < 0 ? Direction.Down : Direction.Up;

    /// <summary>The reading of a state, or null before its first quote or without a previous close.</summary>
    public static MemberReading? Of(SymbolState state, BarOptions bars)
    {
        var input = state.MetricInput(bars);
        return state.Session is not null && new DayMove().Value(input) is { } move
            ? new MemberReading(
                state.Symbol.Text,
                state.QuoteTime,
                Math.Round(state.Last, 4),
                Math.Round(move, 4),
                new OpenMove().Value(input) is { } openMove ? Math.Round(openMove, 4) : null,
                input.StandardDeviation is { } usual ? Math.Round(usual, 4) : null,
                (int)Math.Abs(new Tier().Value(input) ?? 0))
            : null;
    }

    /// <summary>Whether the move is at least so large, in percent, that way.</summary>
    public bool IsBeyond(double percent, Direction direction) => Direction == direction && Math.Abs(DayMove) >= percent;
}
