using System.Globalization;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.Market;

/// <summary>Something an exchange announces about a listing that quotes alone do not tell.</summary>
/// <param name="Symbol">Whose listing.</param>
/// <param name="Time">From when it holds (UTC).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The exchange's code of a halt, such as <c>LUDP</c>, <c>M</c> or <c>T1</c>; empty when it gave none.</param>
/// <param name="NewSharesPerOld">Of a split: 10 for ten new shares for an old one, 0.05 for a reverse split of 1 for 20; else 1.</param>
public sealed record ListingEvent(Symbol Symbol, DateTimeOffset Time, ListingEventKind Kind, string Code, double NewSharesPerOld)
{
    private readonly DateTimeOffset? _announcedAt;

    /// <summary>
    /// When it could first be read (UTC): a list may show a halt minutes after it began. Unless told, the same as <see cref="Time"/>.
    /// </summary>
    public DateTimeOffset AnnouncedAt
    {
        get => _announcedAt ?? Time;
        init => _announcedAt = value;
    }
}

/// <summary>What happens to a listing.</summary>
public enum ListingEventKind
{
    /// <summary>Trading stops.</summary>
    Halt,

    /// <summary>Trading goes on.</summary>
    Resume,

    /// <summary>Each old share becomes so many new ones, before the open of its session.</summary>
    Split,
}

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
