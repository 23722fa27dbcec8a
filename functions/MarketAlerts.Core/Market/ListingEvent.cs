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
