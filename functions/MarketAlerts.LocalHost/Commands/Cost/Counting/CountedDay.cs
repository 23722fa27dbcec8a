using System.Globalization;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Scenarios;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>
/// The minutes of a made-up session that are replayed to count: calm ones, then one event after another that so many subscribers asked for,
/// far enough apart that each flush is alone. Of the last event five symbols cross in one poll, for one subscriber.
/// </summary>
internal static class CountedDay
{
    /// <summary>How many subscribers the events have, in order.</summary>
    public static readonly IReadOnlyList<int> Subscribers = [1, 15, 100, 200];

    /// <summary>How many symbols cross together in the last event.</summary>
    public const int Together = 5;

    private const int SymbolsPerPage = 500;
    private const int FirstEvent = 5;
    private const int Apart = 5;
    private const int Members = 10;
    private const double PreviousClose = 100;
    private const double Calm = 99.5;
    private const double Fallen = 97.5;

    /// <summary>
    /// The first minute with one page: a Wednesday in the middle of the session. With each page more it is two weeks later, so that nothing
    /// is left of the one before.
    /// </summary>
    public static DateTimeOffset From(int pages) => new DateTimeOffset(2025, 2, 5, 16, 0, 0, TimeSpan.Zero).AddDays(14 * (pages - 1));

    /// <summary>A minute in which nothing happens and nothing is read for the first time.</summary>
    public static DateTimeOffset CalmMinute(int pages) => From(pages).AddMinutes(FirstEvent - 2);

    /// <summary>The minute of an event, from 0.</summary>
    public static DateTimeOffset MinuteOf(int pages, int number) => MinuteFrom(From(pages), number);

    /// <summary>A calm minute while incidents are on.</summary>
    public static DateTimeOffset MinuteWithIncidents(int pages) => MinuteOf(pages, Subscribers.Count + 1).AddMinutes(-1);

    /// <summary>The scenario.</summary>
    /// <param name="pages">How many pages of symbols.</param>
    public static Scenario Draw(int pages)
    {
        var (from, to) = (From(pages), MinuteOf(pages, Subscribers.Count + 1));
        Symbol[] symbols = [.. Enumerable.Range(0, pages * SymbolsPerPage).Select(NameOf).Select(Symbol.Parse)];
        var basket = new Basket("counted", [.. symbols.TakeLast(Members)], null);
        var watch = new WatchFile(
            [basket],
            symbols.ToHashSet(),
            [.. Enumerable.Range(0, Subscribers.Max()).Select(number => SubscriberOf(number, symbols))]
        )
        {
            Feeds = [new Feed("counted", FeedKind.Rss, new Uri("https://example.com/rss.xml"))],
        };
        return new Scenario(
            $"Counted with {pages}",
            "Made up, to count what the functions ask of the services.",
            from,
            to,
            [.. Quotes(symbols, from, to)],
            new Dictionary<Symbol, IReadOnlyList<DailyClose>>(),
            [],
            watch
        );
    }

    private static DateTimeOffset MinuteFrom(DateTimeOffset from, int number) => from.AddMinutes(FirstEvent + (Apart * number));

    private static IEnumerable<ScenarioQuote> Quotes(Symbol[] symbols, DateTimeOffset from, DateTimeOffset to)
    {
        for (var minute = from; minute <= to; minute = minute.AddMinutes(1))
        {
            foreach (var (index, symbol) in symbols.Index())
            {
                var last = EventOf(index) is { } number && minute >= MinuteFrom(from, number) ? Fallen : Calm;
                yield return new ScenarioQuote(
                    new Quote(symbol, minute, last, PreviousClose, PreviousClose, last, PreviousClose, 1_000_000),
                    minute
                );
            }
        }
    }

    /// <summary>The event in which a symbol falls; most never do.</summary>
    private static int? EventOf(int symbol) =>
        symbol < Subscribers.Count ? symbol
        : symbol < Subscribers.Count + Together ? Subscribers.Count
        : null;

    private static Subscriber SubscriberOf(int number, Symbol[] symbols)
    {
        var rules = Subscribers.Index().Where(pair => number < pair.Item).Select(pair => $"{symbols[pair.Index]} falls 2% today");
        IEnumerable<string> first = number is 0
            ? [.. symbols.Skip(Subscribers.Count).Take(Together).Select(symbol => $"{symbol} falls 2% today"), "#counted median falls 9%"]
            : [];
        return new Subscriber(
            string.Create(CultureInfo.InvariantCulture, $"subscriber{number}@example.com"),
            "America/New_York",
            [.. rules.Concat(first).Select(Rule.FromText)],
            null,
            false
        );
    }

    private static string NameOf(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"C{(char)('A' + (number / 676 % 26))}{(char)('A' + (number / 26 % 26))}{(char)('A' + (number % 26))}"
        );
}
