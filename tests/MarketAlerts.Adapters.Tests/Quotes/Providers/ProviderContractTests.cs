using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>What every provider makes of every answer. The rows are documented in docs/sources.md.</summary>
public sealed class ProviderContractTests
{
    public static TheoryData<string, string> Quoted { get; } = Pairs(answer => answer.Quotes is not null);

    public static TheoryData<string, string> Failed { get; } = Pairs(answer => answer.Fault is not null);

    public static TheoryData<string> Providers { get; } = [.. ProviderCases.All.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Quoted))]
    public async Task GetAsync_GivesTheQuotes_WhenTheyAreAnswered(string provider, string answer)
    {
        var (given, row) = (ProviderCases.Named(provider), AnswerCases.Named(answer));

        var quotes = await AskAsync(given, row);

        quotes.OrderByDescending(quote => quote.Symbol).ShouldBe(row.Quotes!(given));
    }

    [Theory]
    [MemberData(nameof(Failed))]
    public async Task GetAsync_SaysWhatToDo_WhenThereIsNoUsableAnswer(string provider, string answer)
    {
        var row = AnswerCases.Named(answer);

        var error = await Should.ThrowAsync<FetchException>(() => AskAsync(ProviderCases.Named(provider), row));

        (error.Fault, error.RetryAfter).ShouldBe((row.Fault!.Value, row.RetryAfter));
        error.Message.ShouldStartWith(provider, Case.Insensitive);
        error.ToString().ShouldNotContain(ProviderCase.Key);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_PutsTheKeyIntoHeadersOnly_WhenItAsks(string provider)
    {
        var given = ProviderCases.Named(provider);
        var headers = new Dictionary<string, string>();
        await using var bench = await ProviderBench.StartAsync(context =>
        {
            lock (headers)
            {
                foreach (
                    var header in context.Request.Headers.Where(header =>
                        header.Value.ToString().Contains(ProviderCase.Key, StringComparison.Ordinal)
                    )
                )
                {
                    headers[header.Key] = header.Value.ToString();
                }
            }

            return AnswerCases.Of(given, given.Good)(context);
        });

        await bench.Provider(given).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken);

        headers
            .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ShouldBe(given.KeyHeaders.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase));
        bench.Server.Asked.Count.ShouldBe(given.IsOneByOne ? 2 : 1);
        bench.Server.Asked.ShouldAllBe(path => !path.Contains(ProviderCase.Key));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_KeepsTheKeyOutOfMessages_WhenTheOtherSideRepeatsIt(string provider)
    {
        var given = ProviderCases.Named(provider);
        var secrets = string.Join(' ', given.KeyHeaders.Values);
        foreach (
            var (body, status) in new[]
            {
                ($$"""{"message":"invalid key {{secrets}}"}""", 401),
                ($$"""{"error":"invalid key {{secrets}}","code":401}""", 200),
                (secrets, 400),
                (secrets, 200),
            }
        )
        {
            await using var bench = await ProviderBench.StartAsync(MarketAlerts.Testing.Http.Answers.Text(body, status: status));

            var error = await Record.ExceptionAsync(() =>
                bench.Provider(given).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken)
            );

            error?.ToString().ShouldNotContain(ProviderCase.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_AsksNothing_WhenNoSymbolIsWanted(string provider)
    {
        await using var bench = await ProviderBench.StartAsync("");
        var quiet = bench.Provider(ProviderCases.Named(provider));

        (await quiet.GetAsync([], TestContext.Current.CancellationToken)).ShouldBeEmpty();

        bench.Server.Asked.ShouldBeEmpty();
        quiet.CallsFor(0).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_IsCancelled_WhenTheCallerGivesUp(string provider)
    {
        var waits = new TaskCompletionSource();
        await using var bench = await ProviderBench.StartAsync(MarketAlerts.Testing.Http.Answers.Silent(waits));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var asked = bench.Provider(ProviderCases.Named(provider)).GetAsync(GivenQuote.Symbols, stop.Token);
        await waits.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
    }

    private static async Task<IReadOnlyList<Quote>> AskAsync(ProviderCase provider, AnswerCase row)
    {
        var waits = new TaskCompletionSource();
        await using var bench = await ProviderBench.StartAsync(row.Answer(provider, waits));
        var asked = bench.Provider(provider).GetAsync(GivenQuote.Symbols, TestContext.Current.CancellationToken);
        if (row.TakesForever)
        {
            await waits.Task;
            bench.Clock.Advance(ProviderBench.TimeLimit);
        }

        return await asked;
    }

    private static TheoryData<string, string> Pairs(Func<AnswerCase, bool> wanted) =>
        [
            .. ProviderCases.All.SelectMany(provider =>
                AnswerCases.All.Where(wanted).Select(answer => new TheoryDataRow<string, string>(provider.Name, answer.Name))
            ),
        ];
}
