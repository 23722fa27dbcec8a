using System.Globalization;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests;

/// <summary>What most cases start from: Monday 27 January 2025, the regular session of which runs from 14:30 to 21:00 UTC.</summary>
internal static class Given
{
    public static readonly DateOnly Day = new(2025, 1, 27);

    public static readonly ThresholdOptions Thresholds = new();

    public static MarketCalendar Calendar { get; } = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));

    /// <summary>An instant of the day, UTC, such as <c>14:31</c> or <c>14:31:20</c>.</summary>
    public static DateTimeOffset At(string time) => Utc($"2025-01-27T{time}Z");

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static Symbol Sym(string text) => Symbol.Parse(text);

    public static Symbol[] Syms(string text) => [.. text.Split(' ').Select(Symbol.Parse)];

    /// <summary>1 % of a day's volume is traded at the open, 14.5 % by 10:00, all by the close; on a half day half.</summary>
    public static VolumeCurve Volumes { get; } = new([(0, 0.01), (30, 0.145), (390, 1)], [(0, 0.008), (30, 0.102), (210, 0.5)]);

    /// <summary>A quote; its time is of the day, or a whole one such as <c>2025-01-28T14:31Z</c>.</summary>
    public static Quote Quote(
        string symbol,
        string time,
        double last,
        double? previousClose = 100,
        double? open = null,
        double? low = null,
        double? high = null,
        long? volume = null
    ) => new(Sym(symbol), Instant(time), last, open, high, low, previousClose, volume);

    /// <summary>An instant of the day, or a whole one.</summary>
    public static DateTimeOffset Instant(string time) => time.Contains('T', StringComparison.Ordinal) ? Utc(time) : At(time);

    /// <summary>A state whose last accepted quote is of this day.</summary>
    public static SymbolState State(string symbol, string time, double last, double previousClose = 100, double? open = null) =>
        new(Sym(symbol))
        {
            Session = Day,
            QuoteTime = At(time),
            Last = last,
            Open = open,
            PreviousClose = previousClose,
            Told = PriceTold.StartAt(previousClose),
        };

    /// <summary>A page of the states, which are copied row by row.</summary>
    public static MarketPage Page(params SymbolState[] states)
    {
        var page = new MarketPage("p0000");
        page.Include(states.Select(state => state.Symbol));
        foreach (var (to, from) in page.Symbols.Zip(states))
        {
            (to.Session, to.QuoteTime, to.Last, to.Open, to.PreviousClose, to.Told) = (
                from.Session,
                from.QuoteTime,
                from.Last,
                from.Open,
                from.PreviousClose,
                from.Told
            );
        }

        return page;
    }

    /// <summary>
    /// 21 closes up to 24 January: 100, 102, 100, ... so that the usual day is 2.03184 %; the usual volume as given, 0 for unknown.
    /// </summary>
    public static void Usual(SymbolState state, float volume = 0, double close = 100) =>
        state.RestoreCloses(
            new DateOnly(2025, 1, 24),
            Enumerable.Range(0, 21).Select(day => (day % 2 is 0 ? close : close * 1.02, volume))
        );

    public static MemberReading Reading(string symbol, double dayMove, int tier = 0, string time = "14:31") =>
        new(Symbol.Parse(symbol), At(time), 100 + dayMove, dayMove, null, null, (Severity)(tier));

    public static MarketEvent SymbolEvent(
        MemberReading reading,
        long to,
        MetricId metric = MetricId.DayMove,
        Direction? direction = null
    ) =>
        new(
            Target.Parse($"s.{reading.Symbol}"),
            metric,
            direction ?? reading.Direction,
            0,
            to,
            Day,
            reading.QuoteTime,
            reading.QuoteTime.AddSeconds(2),
            null,
            reading,
            null
        );

    public static MarketEvent BasketEvent(int tier, string time, IReadOnlyList<MemberReading> members, params MemberReading[] wider) =>
        new(
            Target.Parse("b.chips"),
            MetricId.Tier,
            Direction.Down,
            0,
            tier * 10_000,
            Day,
            At(time),
            At(time).AddSeconds(20),
            null,
            null,
            new BasketReading("chips", -8.1, -80, (Severity)(tier), members, wider)
        );

    public static Catalog Catalog(params Basket[] baskets) =>
        new(baskets, baskets.SelectMany(basket => basket.Members).Distinct().ToDictionary(symbol => symbol, _ => "p0000"));
}
