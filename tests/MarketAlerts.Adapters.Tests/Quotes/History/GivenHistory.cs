using System.Globalization;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>NVDA and MSFT on Thursday 23 and Friday 24 January 2025, asked for on the Monday after.</summary>
internal static class GivenHistory
{
    public static readonly DateOnly Thursday = new(2025, 1, 23);

    public static readonly DateOnly Friday = new(2025, 1, 24);

    private static readonly DateOnly Monday = new(2025, 1, 27);

    public static IReadOnlyList<DateOnly> Sessions { get; } = [Thursday, Friday];

    /// <summary>What the server knows: more days than are asked for, the running one among them.</summary>
    public static IReadOnlyList<DayRow> Rows { get; } =
    [
        new("NVDA", new DateOnly(2025, 1, 22), "147.07", "237651423"),
        new("NVDA", Thursday, "147.22", "155915456"),
        new("NVDA", Friday, "142.62", "234657635"),
        new("NVDA", Monday, "124.8", "1000"),
        new("MSFT", Thursday, "446.71", "18389300"),
        new("MSFT", Friday, "444.06", "15549500"),
    ];

    public static DailyHistory Nvda { get; } =
        new(Symbol.Parse("NVDA"), [new DailyClose(Thursday, 147.22, 155_915_456), new DailyClose(Friday, 142.62, 234_657_635)]);

    public static DailyHistory Msft { get; } =
        new(Symbol.Parse("MSFT"), [new DailyClose(Thursday, 446.71, 18_389_300), new DailyClose(Friday, 444.06, 15_549_500)]);

    public static RequestDelegate Answering(HistoryCase way, IReadOnlyList<DayRow> rows) =>
        context => Answers.Text(way.Body(context.Request.Path + context.Request.QueryString, rows))(context);

    /// <summary>Asks as the line does: so many symbols at once.</summary>
    public static async Task<IReadOnlyList<DailyHistory>> AskAsync(HistoryCase way, ProviderBench bench)
    {
        var provider = way.Create(bench.Fetcher, bench.Server.Url, bench.Clock);
        var histories = new List<DailyHistory>();
        foreach (var portion in GivenQuote.Symbols.Chunk(way.AtOnce))
        {
            histories.AddRange(await provider.GetAsync(portion, Sessions, TestContext.Current.CancellationToken));
        }

        return histories;
    }

    /// <summary>Symbols with their days, to compare as text.</summary>
    public static IEnumerable<string> Texts(params IEnumerable<DailyHistory> histories) =>
        histories
            .Select(history =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{history.Symbol}: "
                        + $"{string.Join(", ", history.Closes.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Session:MM-dd} {day.Close} {day.Volume}")))}"
                )
            )
            .Order();

    public static DailyHistory WithoutVolumes(DailyHistory history) =>
        history with
        {
            Closes = [.. history.Closes.Select(day => day with { Volume = 0 })],
        };
}
