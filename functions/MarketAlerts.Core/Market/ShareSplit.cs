using System.Globalization;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Market;

/// <summary>Each old share of a symbol becomes so many new ones.</summary>
/// <param name="Symbol">Whose shares.</param>
/// <param name="Day">The session that trades in new shares first: the ex-date, in New York.</param>
/// <param name="NewSharesPerOld">10 for ten new shares for an old one, 0.05 for a reverse split of 1 for 20.</param>
/// <param name="From">From when prices and levels are in new shares (UTC).</param>
public sealed record ShareSplit(Symbol Symbol, DateOnly Day, double NewSharesPerOld, DateTimeOffset From)
{
    private const int MostOldShares = 20;
    private const double Exact = 1e-6;

    /// <summary>The first instant of the ex-date in New York.</summary>
    public DateTimeOffset DayStart => StartOf(Day);

    /// <summary>In whole shares where there are any: <c>10 for 1</c>, <c>1 for 20</c>, <c>3 for 2</c>.</summary>
    public string Ratio
    {
        get
        {
            var merged = IsWhole(1 / NewSharesPerOld) ? Math.Round(1 / NewSharesPerOld) : 1;
            var old = Enumerable
                .Range(1, MostOldShares)
                .Select(shares => (double)shares)
                .FirstOrDefault(shares => IsWhole(shares * NewSharesPerOld), merged);
            return string.Create(CultureInfo.InvariantCulture, $"{old * NewSharesPerOld:0.####} for {old:0}");
        }
    }

    /// <summary>The split that was announced.</summary>
    public static ShareSplit FromEvent(ListingEvent announced) =>
        new(announced.Symbol, MarketCalendar.DateOf(announced.Time), announced.NewSharesPerOld, announced.Time);

    /// <summary>The first instant of a day in New York (UTC).</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, MarketCalendar.NewYork.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static bool IsWhole(double shares) => shares >= 1 - Exact && Math.Abs(shares - Math.Round(shares)) <= Exact * shares;
}
