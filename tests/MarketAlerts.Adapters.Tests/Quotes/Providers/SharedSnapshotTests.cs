using System.Collections.Concurrent;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>One answer about the whole market for all pages of a poll, for the providers that give one.</summary>
public sealed class SharedSnapshotTests
{
    private const int Pages = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>A page of the whole market, too many symbols to name them.</summary>
    private static readonly Symbol[] Page = [.. GivenQuote.Symbols, .. GivenQuote.ManySymbols(300)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("massive", "/v2/snapshot/locale/us/markets/stocks/tickers")]
    [InlineData("tiingo", "/iex")]
    public async Task GetAsync_AsksOnce_WhenManyPagesAreWantedAtOnce(string provider, string path)
    {
        var given = ProviderCases.Named(provider);
        var release = new TaskCompletionSource();
        await using var bench = await ProviderBench.StartAsync(async context =>
        {
            await release.Task;
            await AnswerCases.Of(given, given.Good)(context);
        });
        var source = bench.Provider(given);

        var asked = Enumerable.Range(0, Pages).Select(_ => source.GetAsync(Page, Stop)).ToArray();
        release.SetResult();

        (await Task.WhenAll(asked)).ShouldAllBe(quotes => quotes.SequenceEqual(given.Quotes));
        bench.Server.Asked.ShouldBe([path]);
        source.CallsFor(10_000).ShouldBe(1);
    }

    [Theory]
    [InlineData("massive")]
    [InlineData("tiingo")]
    public async Task GetAsync_AsksAgain_WhenTheAnswerIsTooOld(string provider)
    {
        var given = ProviderCases.Named(provider);
        await using var bench = await ProviderBench.StartAsync(AnswerCases.Of(given, given.Good));
        var source = bench.Provider(given);

        await source.GetAsync(Page, Stop);
        bench.Clock.Advance(Longest - TimeSpan.FromSeconds(1));
        await source.GetAsync(Page, Stop);
        (await source.GetAsync([GivenQuote.Msft.Symbol], Stop)).ShouldBe([given.Quotes[1]], "A short last page is read out of it too.");
        bench.Server.Asked.Count.ShouldBe(1);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await source.GetAsync(Page, Stop);
        bench.Server.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("massive", "a page for people with 200", FetchFault.Malformed)]
    [InlineData("massive", "503 with a page for people", FetchFault.Unavailable)]
    [InlineData("tiingo", "an answer that breaks off", FetchFault.Malformed)]
    [InlineData("tiingo", "429 without `Retry-After`", FetchFault.Busy)]
    public async Task GetAsync_AsksAgain_WhenTheAnswerCouldNotBeUsed(string provider, string answer, FetchFault fault)
    {
        var given = ProviderCases.Named(provider);
        await using var bench = await ProviderBench.StartAsync(AnswerCases.Named(answer).Answer(given, new TaskCompletionSource()));
        var source = bench.Provider(given);
        var errors = new ConcurrentQueue<FetchFault>();
        await Parallel.ForAsync(
            0,
            Pages,
            Stop,
            async (_, token) => errors.Enqueue((await Should.ThrowAsync<FetchException>(() => source.GetAsync(Page, token))).Fault)
        );

        bench.Server.Answer = AnswerCases.Of(given, given.Good);
        var quotes = await source.GetAsync(Page, Stop);

        errors.ShouldAllBe(error => error == fault);
        quotes.ShouldBe(given.Quotes);
    }

    [Fact]
    public async Task GetAsync_KeepsAnsweringTheOthers_WhenTheFirstGivesUp()
    {
        var given = MassiveCase.Case;
        var (waits, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var bench = await ProviderBench.StartAsync(async context =>
        {
            waits.TrySetResult();
            await release.Task;
            await AnswerCases.Of(given, given.Good)(context);
        });
        IQuoteProvider source = bench.Provider(given);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var first = source.GetAsync(Page, giveUp.Token);
        var second = source.GetAsync(Page, Stop);
        await waits.Task;
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        release.SetResult();

        (await second).ShouldBe(given.Quotes);
        bench.Server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("massive", 250, "/v2/snapshot/locale/us/markets/stocks/tickers?tickers=AAA,AAB,")]
    [InlineData("tiingo", 100, "/iex/?tickers=aaa,aab,")]
    public async Task GetAsync_NamesTheSymbols_WhenTheyAreFew(string provider, int most, string beginning)
    {
        var given = ProviderCases.Named(provider);
        await using var bench = await ProviderBench.StartAsync(AnswerCases.Of(given, given.Good));

        await bench.Provider(given).GetAsync(GivenQuote.ManySymbols(most), Stop);
        await bench.Provider(given).GetAsync(GivenQuote.ManySymbols(most + 1), Stop);

        bench.Server.Asked.Count.ShouldBe(2);
        bench.Server.Asked.First().ShouldStartWith(beginning);
        bench.Server.Asked.Last().ShouldNotContain('?');
    }
}
