using System.Globalization;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>A deployment and what is taken for granted about it.</summary>
/// <param name="Symbols">Symbols polled each minute of the regular session.</param>
/// <param name="Subscribers">Subscribers.</param>
/// <param name="AlertsPerDay">Alerts a subscriber gets on a trading day; each is counted as a mail of its own.</param>
public sealed record CostInputs(int Symbols, int Subscribers, double AlertsPerDay)
{
    /// <summary>Trading days of a month.</summary>
    public const int TradingDays = 21;

    /// <summary>Minutes of a session.</summary>
    public const int SessionMinutes = 390;

    /// <summary>Days of a month.</summary>
    public const double MonthDays = 30;

    /// <summary>Minutes of a month of 30 days: timers run at night too.</summary>
    public const int MonthMinutes = 43_200;

    /// <summary>Minutes of a month in which the timers run that have nothing to do while the market is closed: eleven hours of each weekday.</summary>
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

    /// <summary>Feeds of news.</summary>
    public int Feeds { get; init; } = 5;

    /// <summary>Minutes between two polls of a feed.</summary>
    public int FeedMinutes { get; init; } = 5;

    /// <summary>How often a day a symbol crosses a level that somebody asked for, on average over all symbols.</summary>
    public double EventsPerSymbol { get; init; } = 0.5;

    /// <summary>Days after which mails and decisions are removed from the tables; by default as long as a mail's buttons work (<c>Links:ActionDays</c>).</summary>
    public int KeepDays { get; init; } = 14;

    /// <summary>Size of a mail, in kB.</summary>
    public double MailKilobytes { get; init; } = 36;

    /// <summary>Pages of symbols.</summary>
    public int Pages => (Symbols + SymbolsPerPage - 1) / SymbolsPerPage;

    /// <summary>GB-s of a month in which the instances kept warm are there, whether they work or not.</summary>
    public double ReadyGbSeconds => AlwaysReady * (InstanceMegabytes / Instances.MegabytesPerGb) * MonthMinutes * 60;

    /// <summary>Polls of a month.</summary>
    public int Polls => TradingDays * SessionMinutes;

    /// <summary>Mails of a trading day.</summary>
    public double MailsPerDay => Subscribers * AlertsPerDay;

    /// <summary>Mails of a month.</summary>
    public double Mails => MailsPerDay * TradingDays;

    /// <summary>Mails in the tables: those of as many days as they are kept.</summary>
    public double MailsKept => Mails * KeepDays / MonthDays;

    /// <summary>Events of a trading day that somebody is told of.</summary>
    public double EventsPerDay => Math.Min(Symbols * EventsPerSymbol, MailsPerDay);

    /// <summary>Reads the options of the command; what is not said stays as it is by default.</summary>
    /// <exception cref="FormatException">A value is out of its range.</exception>
    public static CostInputs Read(IReadOnlyDictionary<string, string> options)
    {
        var inputs = new CostInputs(
            Whole("--symbols", 10_000, 1, 100_000),
            Whole("--subscribers", 1_000_000, 1, 100_000_000),
            Number("--alerts-per-day", 1, 0, 1_000)
        );
        inputs = inputs with
        {
            InstanceMegabytes = Whole("--instance-mb", inputs.InstanceMegabytes, 512, 4_096),
            AlwaysReady = Whole("--always-ready", inputs.AlwaysReady, 0, 1_000),
            EventsPerSymbol = Number("--events-per-symbol", inputs.EventsPerSymbol, 0, 1_000),
            KeepDays = Whole("--keep-days", inputs.KeepDays, 1, 3_650),
            Buckets = Whole("--buckets", inputs.Buckets, 1, 4_096),
            Feeds = Whole("--feeds", inputs.Feeds, 0, 1_000),
        };
        return inputs.InstanceMegabytes is 512 or 2_048 or 4_096
            ? inputs
            : throw new FormatException("--instance-mb is 512, 2048 or 4096.");

        int Whole(string name, int otherwise, int least, int most) =>
            Number(name, otherwise, least, most) is var value && value == Math.Truncate(value)
                ? (int)value
                : throw new FormatException($"{name} is a whole number.");

        double Number(string name, double otherwise, double least, double most) =>
            !options.TryGetValue(name, out var text) ? otherwise
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? value
            : throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{name} {text} is not a number from {least} to {most}.")
            );
    }
}
