using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Quotes;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Quotes.Chain;

public sealed class QuoteChainTests
{
    private static readonly Symbol[] Watched = [Symbol.Parse("NVDA"), Symbol.Parse("AMD")];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 27, 14, 31, 0, TimeSpan.Zero));
    private readonly RememberedHealth _health = new();
    private readonly GivenSource _primary = new("first", TimeSpan.Zero);
    private readonly GivenSource _second = new("second", TimeSpan.Zero);
    private readonly GivenSource _delayed = new("delayed", TimeSpan.FromMinutes(15));
    private readonly QuoteChain _chain;

    public QuoteChainTests()
    {
        _chain = new QuoteChain([_primary.Line(_clock, _health), _second.Line(_clock, _health), _delayed.Line(_clock, _health)]);
        foreach (var source in (GivenSource[])[_primary, _second, _delayed])
        {
            source.Knows.UnionWith(["NVDA", "AMD"]);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_AsksNobodyElse_WhenThePrimaryTellsAll()
    {
        (await AskAsync()).ShouldBe(("NVDA AMD", TimeSpan.Zero));

        (_second.Asked.Count, _delayed.Asked.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task GetAsync_FillsWhatIsMissing_FromTheNextInTheSamePoll()
    {
        _primary.Knows.Remove("AMD");

        (await AskAsync()).ShouldBe(("NVDA AMD", TimeSpan.Zero));

        _second.Asked.ShouldBe(["AMD"]);
    }

    [Theory]
    [InlineData(FetchFault.Unavailable)]
    [InlineData(FetchFault.Malformed)]
    [InlineData(FetchFault.Refused)]
    [InlineData(FetchFault.Busy)]
    [InlineData(FetchFault.TooLarge)]
    public async Task GetAsync_TakesTheNext_WhenThePrimaryFails(FetchFault fault)
    {
        _primary.Fails = new FetchException(fault, "no");

        (await AskAsync()).ShouldBe(("NVDA AMD", TimeSpan.Zero));
    }

    [Fact]
    public async Task GetAsync_LeavesAGap_RatherThanMixDelayedPricesIn()
    {
        _primary.Knows.Remove("AMD");
        _second.Knows.Remove("AMD");

        (await AskAsync()).ShouldBe(("NVDA", TimeSpan.Zero));
        _delayed.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_TellsTheDelay_WhenOnlyADelayedSourceIsLeft()
    {
        _primary.Fails = _second.Fails = new FetchException(FetchFault.Unavailable, "down");

        (await AskAsync()).ShouldBe(("NVDA AMD", TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task GetAsync_AnswersWithNothing_WhenAllAreDown()
    {
        _primary.Fails = _second.Fails = _delayed.Fails = new FetchException(FetchFault.Unavailable, "down");

        (await AskAsync()).ShouldBe(("", TimeSpan.Zero));
    }

    [Theory]
    [InlineData(FetchFault.Unavailable, null, 0)] // Asked again at the next poll.
    [InlineData(FetchFault.Busy, 90, 90)]
    [InlineData(FetchFault.Refused, null, 900)]
    public async Task GetAsync_LeavesAFailingSourceAlone_AsLongAsItsFaultAsks(FetchFault fault, int? retryAfter, int seconds)
    {
        _primary.Fails = new FetchException(fault, "no") { RetryAfter = retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null };
        await AskAsync();
        _primary.Fails = null;
        _primary.Asked.Clear();

        _clock.Advance(TimeSpan.FromSeconds(Math.Max(0, seconds - 1)));
        await AskAsync();
        _primary.Asked.Count.ShouldBe(seconds > 0 ? 0 : 1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();

        _primary.Asked[^1].ShouldBe("NVDA AMD");
    }

    [Fact]
    public async Task GetAsync_StopsAskingForASymbol_AfterThreeAnswersWithoutIt_ForAnHour()
    {
        _primary.Knows.Remove("AMD");
        for (var poll = 0; poll < 4; poll++)
        {
            await AskAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        _clock.Advance(TimeSpan.FromHours(1));
        await AskAsync();

        _primary.Asked.ShouldBe(["NVDA AMD", "NVDA AMD", "NVDA AMD", "NVDA", "NVDA AMD"]);
    }

    [Fact]
    public async Task GetAsync_OfASecondOpinion_NeverAsksThePrimary()
    {
        _second.Fails = new FetchException(FetchFault.Unavailable, "down");

        (await ((ISecondQuoteSource)_chain).GetAsync(Watched, Token)).Count.ShouldBe(2);

        (_primary.Asked.Count, _delayed.Asked.Count).ShouldBe((0, 1));
    }

    [Fact]
    public void IsThere_ForASecondOpinion_OnlyBehindThePrimary()
    {
        ((ISecondQuoteSource)_chain).IsThere.ShouldBeTrue();
        ((ISecondQuoteSource)new QuoteChain([_primary.Line(_clock, _health)])).IsThere.ShouldBeFalse();
    }

    [Fact]
    public async Task GetAsync_WritesHealth_AtOnceWhenItChanges_ElseOnceAMinute()
    {
        await AskAsync();
        await AskAsync();
        _primary.Fails = new FetchException(FetchFault.Refused, "first answered 401: no such key.");
        await AskAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));
        _primary.Fails = null;
        await AskAsync();

        var start = new DateTimeOffset(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);
        _health
            .Writes.Where(write => write.Source is "quotes.first")
            .ShouldBe([
                new SourceHealth("quotes.first", SourceState.Good, start, start, start, ""),
                new SourceHealth("quotes.first", SourceState.Refused, start, start, start, "first answered 401: no such key."),
                new SourceHealth("quotes.first", SourceState.Good, start.AddMinutes(15), start.AddMinutes(15), start.AddMinutes(15), ""),
            ]);
    }

    [Theory]
    [InlineData(60, null, null, null)]
    [InlineData(59, null, null, "one: 60 symbols take 60 calls a poll; the plan allows 59 a minute.")]
    [InlineData(60, 3_600, null, null)]
    [InlineData(60, 3_599, null, "one: 60 symbols take 60 calls a poll; 60 polls an hour make 3600, the plan allows 3599 an hour.")]
    [InlineData(60, null, 23_400, null)]
    [InlineData(60, null, 23_399, "one: 60 symbols take 60 calls a poll; 390 polls a day make 23400, the plan allows 23399 a day.")]
    public void Refusal_ShowsTheArithmetic_WhenThePlanIsTooSmall(int perMinute, int? perHour, int? perDay, string? expected) =>
        new GivenSource("one", TimeSpan.Zero, 1).Line(_clock, _health, perMinute, perDay, perHour).Refusal(60, 390).ShouldBe(expected);

    private async Task<(string Symbols, TimeSpan Delay)> AskAsync()
    {
        var answer = await _chain.GetAsync(Watched, Token);
        return (string.Join(' ', answer.Quotes.Select(quote => quote.Symbol)), answer.DeclaredDelay);
    }
}
