using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Core.Detection;

/// <summary>The figures of one symbol at one accepted quote: the evidence an alert carries.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="QuoteTime">Market time of the quote.</param>
/// <param name="Last">The price, in dollars.</param>
/// <param name="DayMove">Percent against the previous close.</param>
/// <param name="OpenMove">Percent against the open, if known.</param>
/// <param name="StandardDeviation">The usual day in percent, if known.</param>
/// <param name="Severity">How bad, whichever way.</param>
/// <param name="Unverified">True when the figures rest on something nobody confirmed, such as a split that was not announced.</param>
/// <param name="Sources">How many sources show a severe move: 2 when another one agreed, 1 when one was asked and did not; null when nobody
/// was asked, and in messages from before.</param>
public sealed record MemberReading(
    Symbol Symbol,
    DateTimeOffset QuoteTime,
    double Last,
    double DayMove,
    double? OpenMove,
    double? StandardDeviation,
    Severity Severity,
    bool? Unverified = null,
    int? Sources = null
)
{
    /// <summary>The day-move in usual days, if known.</summary>
    public double? Surprise => DayMove / StandardDeviation;

    /// <summary>Which way the day goes.</summary>
    public Direction Direction => DayMove < 0 ? Direction.Down : Direction.Up;

    /// <summary>How bad it is for something that goes one way: a fall is no severe rise, however far it is from the close.</summary>
    public Severity SeverityTowards(Direction direction) => Direction == direction ? Severity : Severity.Plain;

    /// <summary>The reading of a state, or null before its first quote or without a previous close.</summary>
    public static MemberReading? Read(SymbolState state, ThresholdOptions thresholds) =>
        state is { Session: not null, PreviousClose: { } close }
            ? new MemberReading(
                state.Symbol,
                state.QuoteTime,
                Math.Round(state.Last, 4),
                Math.Round(Percent.Change(close, state.Last), 4),
                state.Open is { } open ? Math.Round(Percent.Change(open, state.Last), 4) : null,
                state.UsualDay is { } usual ? Math.Round(usual, 4) : null,
                SeverityOf(state, thresholds),
                state.Unverified ? true : null,
                state.Sources > 0 ? state.Sources : null
            )
            : null;

    /// <summary>The reading before the open or after the close, where the price moved on; the day-move counts with it.</summary>
    public static MemberReading? ReadExtended(
        SymbolState state,
        ThresholdOptions thresholds,
        DateTimeOffset quoteTime,
        double price,
        double close
    ) =>
        (Read(state, thresholds) ?? new MemberReading(state.Symbol, quoteTime, price, 0, null, null, Severity.Plain)) with
        {
            QuoteTime = quoteTime,
            Last = price,
            DayMove = Math.Round(Percent.Change(close, price), 4),
            OpenMove = null,
            Sources = null,
        };

    private static Severity SeverityOf(SymbolState state, ThresholdOptions thresholds)
    {
        var tier = state.MagnitudesOf(new Tier(), thresholds).Rising;
        return double.IsNaN(tier) ? Severity.Plain : (Severity)Math.Abs(tier);
    }

    /// <summary>Whether the move is at least so large, in percent, that way.</summary>
    public bool IsBeyond(double percent, Direction direction) => Direction == direction && Math.Abs(DayMove) >= percent;
}
