namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>A deployment and what is taken for granted about it.</summary>
/// <param name="Symbols">Symbols polled each minute of the regular session.</param>
/// <param name="Subscribers">Subscribers.</param>
/// <param name="AlertsPerDay">Alerts a subscriber gets on a trading day; each is counted as a mail of its own.</param>
internal sealed record CostInputs(int Symbols, int Subscribers, double AlertsPerDay)
{
    /// <summary>Trading days of a month.</summary>
    public const int TradingDays = 21;

    /// <summary>Minutes of a session.</summary>
    public const int SessionMinutes = 390;

    /// <summary>Days of a month.</summary>
    public const double MonthDays = 30;

    /// <summary>Minutes of a month of 30 days: timers run at night too.</summary>
    public const int MonthMinutes = 43_200;

    /// <summary>
    /// Minutes of a month in which the timers run that have nothing to do while the market is closed: eleven hours of each weekday.
    /// </summary>
    public const double MarketMinutes = 11 * 60 * MonthDays * 5 / 7;

    /// <summary>Symbols of a page.</summary>
    public const int SymbolsPerPage = 500;

    /// <summary>Memory of an instance, in MB: 512, 2048 or 4096.</summary>
    public int InstanceMegabytes { get; init; } = 512;

    /// <summary>
    /// Instances that are kept warm: <c>alwaysReadyInstances</c> of each of the four that infra/modules/function-app.bicep names.
    /// </summary>
    public int AlwaysReady { get; init; }

    /// <summary>Buckets of subscribers (<c>Delivery:Buckets</c>).</summary>
    public int Buckets { get; init; } = 64;

    public int Feeds { get; init; } = 5;

    /// <summary>Minutes between two polls of a feed.</summary>
    public int FeedMinutes { get; init; } = 5;

    /// <summary>How often a day a symbol crosses a level that somebody asked for, on average over all symbols.</summary>
    public double EventsPerSymbol { get; init; } = 0.5;

    /// <summary>
    /// Days after which mails and decisions are removed from the tables; by default as long as a mail's buttons work
    /// (<c>Links:ActionDays</c>).
    /// </summary>
    public int KeepDays { get; init; } = 14;

    /// <summary>Size of a mail, in kB.</summary>
    public double MailKilobytes { get; init; } = 36;

    public int Pages => (Symbols + SymbolsPerPage - 1) / SymbolsPerPage;

    /// <summary>GB-s of a month in which the instances kept warm are there, whether they work or not.</summary>
    public double ReadyGbSeconds => AlwaysReady * (InstanceMegabytes / Instances.MegabytesPerGb) * MonthMinutes * 60;

    /// <summary>Polls of a month.</summary>
    public static int Polls => TradingDays * SessionMinutes;

    /// <summary>Mails of a trading day.</summary>
    public double MailsPerDay => Subscribers * AlertsPerDay;

    /// <summary>Mails of a month.</summary>
    public double Mails => MailsPerDay * TradingDays;

    /// <summary>Mails in the tables: those of as many days as they are kept.</summary>
    public double MailsKept => Mails * KeepDays / MonthDays;

    /// <summary>Events of a trading day that somebody is told of.</summary>
    public double EventsPerDay => Math.Min(Symbols * EventsPerSymbol, MailsPerDay);
}
