using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Detection;

/// <summary>Computes the figures of a basket from its members' states. Pure.</summary>
/// <param name="thresholds">The thresholds of notable and severe.</param>
public sealed class BasketMeter(ThresholdOptions thresholds)
{
    private const int MostWiderShown = 50;

    /// <summary>The thresholds.</summary>
    public ThresholdOptions Thresholds => thresholds;

    /// <summary>The reading of a basket, or null while too few members have a fresh quote.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="wider">The basket around it, or null.</param>
    /// <param name="states">The states of all symbols.</param>
    /// <param name="freshSince">A quote older than this is no value.</param>
    public BasketReading? Read(Basket basket, Basket? wider, IReadOnlyDictionary<Symbol, SymbolState> states, DateTimeOffset freshSince)
    {
        var members = Fresh(basket.Members, states, freshSince);
        if (100.0 * members.Length < thresholds.BasketCoveragePercent * basket.Members.Count)
        {
            return null;
        }

        var moves = members.Select(member => member.DayMove).ToArray();
        if (MedianMove.Compute(moves) is not { } median || Breadth.Compute(moves, thresholds.JoiningPercent) is not { } breadth)
        {
            return null;
        }

        var outsiders = Fresh(wider?.Members.Except(basket.Members) ?? [], states, freshSince);
        return new BasketReading(
            basket.Name,
            Math.Round(median, 4),
            Math.Round(breadth, 4),
            SeverityOf(median, breadth, members),
            members,
            [.. outsiders.OrderByDescending(member => Math.Abs(member.DayMove)).Take(MostWiderShown)]
        );
    }

    private Severity SeverityOf(double median, double breadth, MemberReading[] members)
    {
        if (Math.Abs(breadth) < thresholds.BasketBreadthPercent || Math.Abs(median) < thresholds.BasketMedianPercent)
        {
            return Severity.Plain;
        }

        var direction = median < 0 ? Direction.Down : Direction.Up;
        return members.Any(member => member.Severity is Severity.Severe && member.Direction == direction)
            ? Severity.Severe
            : Severity.Notable;
    }

    private MemberReading[] Fresh(
        IEnumerable<Symbol> symbols,
        IReadOnlyDictionary<Symbol, SymbolState> states,
        DateTimeOffset freshSince
    ) =>
        [
            .. symbols
                .Where(symbol => states.TryGetValue(symbol, out var state) && state.Session is not null && state.QuoteTime >= freshSince)
                .Select(symbol => MemberReading.Read(states[symbol], thresholds))
                .OfType<MemberReading>()
                .OrderByDescending(member => Math.Abs(member.DayMove))
                .ThenBy(member => member.Symbol),
        ];
}
