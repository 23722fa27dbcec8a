using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>What every provider of daily closes makes of every answer; its failures are those of the quotes.</summary>
public sealed class HistoryContractTests
{
    public static TheoryData<string> Ways { get; } = [.. HistoryCases.All.Select(way => way.Name)];

    public static TheoryData<string, string> Failed { get; } =
    [
        .. HistoryCases.All.SelectMany(way =>
            AnswerCases
                .All.Where(answer => answer.Fault is not null)
                .Select(answer => new TheoryDataRow<string, string>(way.Name, answer.Name))
        ),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_GivesTheSessionsAskedFor_AndNotTheRunningDay(string name)
    {
        var way = HistoryCases.Named(name);

        (await AskAsync(way, GivenHistory.Rows)).ShouldBe(GivenHistory.Texts(Told(way, GivenHistory.Nvda), Told(way, GivenHistory.Msft)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_HasNoCloses_WhenASymbolIsUnknown(string name)
    {
        var way = HistoryCases.Named(name);

        (await AskAsync(way, [.. GivenHistory.Rows.Where(row => row.Ticker is "MSFT")])).ShouldBe(
            GivenHistory.Texts(new DailyHistory(GivenQuote.Nvda.Symbol, []), Told(way, GivenHistory.Msft))
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_HasNoCloses_WhenNothingIsKnown(string name) =>
        (await AskAsync(HistoryCases.Named(name), [])).ShouldBe(["MSFT: ", "NVDA: "]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_LeavesADayOut_WhenItsCloseIsZero(string name)
    {
        var way = HistoryCases.Named(name);
        var rows = GivenHistory.Rows.Select(row =>
            row is { Ticker: "NVDA" } && row.Date == GivenHistory.Thursday ? row with { Close = "0" } : row
        );

        (await AskAsync(way, [.. rows])).ShouldBe(
            GivenHistory.Texts(
                Told(way, GivenHistory.Nvda with { Closes = [.. GivenHistory.Nvda.Closes.Skip(1)] }),
                Told(way, GivenHistory.Msft)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_GivesACloseWithoutVolume_WhenThatIsZero(string name)
    {
        var way = HistoryCases.Named(name);

        (await AskAsync(way, [.. GivenHistory.Rows.Select(row => row with { Volume = "0" })])).ShouldBe(
            GivenHistory.Texts(GivenHistory.WithoutVolumes(GivenHistory.Nvda), GivenHistory.WithoutVolumes(GivenHistory.Msft))
        );
    }

    [Theory]
    [MemberData(nameof(Failed))]
    public async Task GetAsync_SaysWhatToDo_WhenThereIsNoUsableAnswer(string name, string answer)
    {
        var (way, row, waits) = (HistoryCases.Named(name), AnswerCases.Named(answer), new TaskCompletionSource());
        await using var bench = await ProviderBench.StartAsync(row.Answer(way.Provider, waits));

        var asked = GivenHistory.AskAsync(way, bench);
        if (row.TakesForever)
        {
            await waits.Task;
            bench.Clock.Advance(ProviderBench.TimeLimit);
        }

        var error = await Should.ThrowAsync<FetchException>(asked);
        (error.Fault, error.RetryAfter).ShouldBe((row.Fault!.Value, row.RetryAfter));
        error.Message.ShouldStartWith(way.Provider.Name, Case.Insensitive);
        error.ToString().ShouldNotContain(ProviderCase.Key);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_PutsTheKeyIntoHeadersOnly_WhenItAsks(string name)
    {
        var way = HistoryCases.Named(name);
        var headers = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var bench = await ProviderBench.StartAsync(context =>
        {
            foreach (
                var header in context.Request.Headers.Where(header =>
                    header.Value.ToString().Contains(ProviderCase.Key, StringComparison.Ordinal)
                )
            )
            {
                headers[header.Key] = header.Value.ToString();
            }

            return GivenHistory.Answering(way, GivenHistory.Rows)(context);
        });

        await GivenHistory.AskAsync(way, bench);

        headers.ShouldBe(way.Provider.KeyHeaders.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase));
        bench.Server.Asked.ShouldAllBe(path => !path.Contains(ProviderCase.Key));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task GetAsync_AsksNothing_WhenNoSymbolIsWanted(string name)
    {
        await using var bench = await ProviderBench.StartAsync("");

        (
            await HistoryCases
                .Named(name)
                .Create(bench.Fetcher, bench.Server.Url, bench.Clock)
                .GetAsync([], GivenHistory.Sessions, TestContext.Current.CancellationToken)
        ).ShouldBeEmpty();

        bench.Server.Asked.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> AskAsync(HistoryCase way, IReadOnlyList<DayRow> rows)
    {
        await using var bench = await ProviderBench.StartAsync(GivenHistory.Answering(way, rows));
        return GivenHistory.Texts(await GivenHistory.AskAsync(way, bench));
    }

    private static DailyHistory Told(HistoryCase way, DailyHistory history) =>
        way.TellsVolume ? history : GivenHistory.WithoutVolumes(history);
}
