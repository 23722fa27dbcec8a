using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Tests.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

public sealed class HistoryChainTests
{
    private static readonly Symbol[] Watched = [Symbol.Parse("NVDA"), Symbol.Parse("AMD")];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 27, 12, 0, 0, TimeSpan.Zero));
    private readonly RememberedHealth _health = new();
    private readonly GivenDays _first = new("first", atOnce: 1);
    private readonly GivenDays _second = new("second");
    private readonly HistoryChain _chain;

    public HistoryChainTests() => _chain = new HistoryChain([_first.Line(_clock, _health), _second.Line(_clock, _health)], "first");

    [Fact]
    public async Task GetAsync_AsksNobodyElse_WhenThePrimaryKnowsAll()
    {
        (await AskAsync()).ShouldBe("AMD 100 of 7, NVDA 100 of 7");

        _first.Asked.ShouldBe(["NVDA", "AMD"]);
        _second.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_TakesClosesWithoutVolumes_FromAnotherSource()
    {
        _first.Knows.Remove("AMD");

        (await AskAsync()).ShouldBe("AMD 100 of 0, NVDA 100 of 7");

        _second.Asked.ShouldBe(["AMD"]);
    }

    [Fact]
    public async Task GetAsync_SaysThatNobodyKnowsASymbol()
    {
        _first.Knows.Remove("AMD");
        _second.Knows.Remove("AMD");

        (await AskAsync()).ShouldBe("AMD unknown, NVDA 100 of 7");
    }

    [Fact]
    public async Task GetAsync_WaitsForThePrimary_WhenItsPlanIsUsedUpForTheMinute()
    {
        _first.Fails = asked =>
            asked is "AMD"
                ? new FetchException(FetchFault.Busy, "used up") { RetryAfter = TimeSpan.FromSeconds(30), IsOwnBudget = true }
                : null;
        (await AskAsync()).ShouldBe("NVDA 100 of 7");
        _first.Fails = _ => null;

        (await AskAsync()).ShouldBe("AMD 100 of 7, NVDA 100 of 7", "our own count is no failure: it is asked again at once");

        _second.Asked.ShouldBeEmpty();
        _health.Writes.ShouldAllBe(write => write.State == SourceState.Good);
    }

    [Theory]
    [InlineData(FetchFault.Refused, null, 900)]
    [InlineData(FetchFault.Unavailable, null, 300)]
    [InlineData(FetchFault.Malformed, null, 300)]
    [InlineData(FetchFault.Busy, 90, 90)]
    public async Task GetAsync_TakesTheNext_WhenThePrimaryFails_AndLeavesItAloneForAWhile(FetchFault fault, int? retryAfter, int seconds)
    {
        _first.Fails = _ => new FetchException(fault, "no") { RetryAfter = retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null };
        (await AskAsync()).ShouldBe("AMD 100 of 0, NVDA 100 of 0");
        _first.Asked.ShouldBe(["NVDA"]);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await AskAsync();
        _first.Asked.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync();

        _first.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetAsync_LeavesASymbolOut_WhenNobodyCouldBeAsked()
    {
        _first.Fails = _second.Fails = _ => new FetchException(FetchFault.Unavailable, "down");

        (await AskAsync()).ShouldBe("");
        _health
            .Writes.Select(write => (write.Source, write.State))
            .ShouldBe([("history.first", SourceState.Failing), ("history.second", SourceState.Failing)]);
    }

    [Fact]
    public void IsThere_OnlyWithALine()
    {
        _chain.IsThere.ShouldBeTrue();
        new HistoryChain([], "stooq").IsThere.ShouldBeFalse();
    }

    private async Task<string> AskAsync()
    {
        var histories = await _chain.GetAsync(Watched, GivenHistory.Sessions, TestContext.Current.CancellationToken);
        return string.Join(
            ", ",
            histories
                .OrderBy(history => history.Symbol)
                .Select(history =>
                    history.Closes is [var day] ? $"{history.Symbol} {day.Close} of {day.Volume}" : $"{history.Symbol} unknown"
                )
        );
    }
}
