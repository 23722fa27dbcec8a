using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Quotes.Splits;
using MarketAlerts.Adapters.Tests.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Quotes.Splits;

/// <summary>Polls round NVDA's split of Monday 10 June 2024. New York is four hours behind; the market opens at 13:30 UTC.</summary>
public sealed class SplitEventSourceTests : IDisposable
{
    private static readonly Symbol Nvda = Symbol.Parse("NVDA");
    private static readonly ShareSplit Split = new(Nvda, new DateOnly(2024, 6, 10), 10, At("2024-06-10T04:00"));

    private readonly FakeTimeProvider _clock = new(At("2024-06-07T13:30"));
    private readonly RememberedHealth _health = new();
    private readonly GivenSplits _provider = new();
    private readonly SplitEventSource _source;

    public SplitEventSourceTests() =>
        _source = new SplitEventSource(
            _provider,
            new SourceHealthRecorder("splits.given", _health, _clock),
            _clock,
            NullLogger<SplitEventSource>.Instance
        );

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task GetAsync_AnnouncesASplitKnownAhead_FromTheFirstInstantOfItsDay()
    {
        _provider.Splits.Add(Split);

        (await PollAsync("2024-06-07T19:59")).ShouldBeEmpty();
        (await PollAsync("2024-06-10T03:59")).ShouldBeEmpty();
        (await PollAsync("2024-06-10T13:30")).ShouldBe([new ListingEvent(Nvda, At("2024-06-10T04:00"), ListingEventKind.Split, "", 10)]);
    }

    [Fact]
    public async Task GetAsync_AnnouncesASplitLearnedLate_AndStillDaysAfter()
    {
        (await PollAsync("2024-06-10T13:30")).ShouldBeEmpty();
        _provider.Splits.Add(Split);

        (await PollAsync("2024-06-10T14:29")).ShouldBeEmpty();
        (await PollAsync("2024-06-10T14:30")).Count.ShouldBe(1);
        (await PollAsync("2024-06-13T19:59")).Count.ShouldBe(1);
        (await PollAsync("2024-06-14T13:30")).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetAsync_AsksOnceAnHour_ForTheLastAndTheNextDays()
    {
        await PollAsync("2024-06-07T13:30");
        await PollAsync("2024-06-07T14:29");
        await PollAsync("2024-06-07T14:30");
        await PollAsync("2024-06-08T03:59"); // Still Friday in New York.

        _provider.Asked.ShouldBe(["2024-06-04 2024-06-14", "2024-06-04 2024-06-14", "2024-06-04 2024-06-14"]);
    }

    [Fact]
    public async Task GetAsync_TellsOnlyTheSymbolsAskedAbout()
    {
        _provider.Splits.AddRange([Split, Split with { Symbol = Symbol.Parse("XYZ") }]);

        (await PollAsync("2024-06-10T13:30")).ShouldHaveSingleItem().Symbol.ShouldBe(Nvda);
    }

    [Fact]
    public async Task GetAsync_AnnouncesNothingNew_WhileTheListCannotBeRead_AndAsksAgainSoon()
    {
        _provider.Fails = new FetchException(FetchFault.Unavailable, "down");

        (await PollAsync("2024-06-10T13:30")).ShouldBeEmpty();
        (await PollAsync("2024-06-10T13:32")).ShouldBeEmpty();
        _provider.Asked.Count.ShouldBe(1);
        _provider.Fails = null;
        _provider.Splits.Add(Split);
        (await PollAsync("2024-06-10T13:33")).Count.ShouldBe(1);

        _provider.Fails = new FetchException(FetchFault.Unavailable, "down");
        (await PollAsync("2024-06-10T14:33")).Count.ShouldBe(1, "what is known stays known");
        _health
            .Writes.Select(write => (write.Source, write.State))
            .ShouldBe([("splits.given", SourceState.Failing), ("splits.given", SourceState.Good), ("splits.given", SourceState.Failing)]);
    }

    [Theory]
    [InlineData(FetchFault.Refused, null, 15)]
    [InlineData(FetchFault.Busy, 7, 7)]
    [InlineData(FetchFault.Busy, 1, 3)]
    [InlineData(FetchFault.Malformed, 100_000, 3)]
    public async Task GetAsync_PausesAsTheFailureAsks(FetchFault fault, int? retryAfterMinutes, int pause)
    {
        _provider.Fails = new FetchException(fault, "no")
        {
            RetryAfter = retryAfterMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        };
        var start = At("2024-06-10T13:30");
        await PollAtAsync(start);

        await PollAtAsync(start.AddMinutes(pause).AddSeconds(-1));
        _provider.Asked.Count.ShouldBe(1);
        await PollAtAsync(start.AddMinutes(pause));
        _provider.Asked.Count.ShouldBe(2);
    }

    // The first reading keeps every page waiting, a later one only the page that reads.
    [Fact]
    public async Task GetAsync_KeepsNoOtherPageWaiting_ButForTheFirstReading()
    {
        _provider.Splits.Add(Split);
        _provider.Answers = new TaskCompletionSource();
        var (first, second) = (PollAsync("2024-06-10T13:30"), PollAsync("2024-06-10T13:30"));
        second.IsCompleted.ShouldBeFalse();
        _provider.Answers.SetResult();
        ((await first).Count, (await second).Count).ShouldBe((1, 1));

        _provider.Answers = new TaskCompletionSource();
        var reads = PollAsync("2024-06-10T14:30");
        (await PollAsync("2024-06-10T14:30")).Count.ShouldBe(1);
        reads.IsCompleted.ShouldBeFalse();
        _provider.Answers.SetResult();
        (await reads).Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetAsync_JoinsTheSources_AndTakesTheFirstWordOnASplit()
    {
        _provider.Splits.Add(Split);
        using var other = new SplitEventSource(
            new GivenSplits { Splits = { Split with { NewSharesPerOld = 4 }, Split with { Symbol = Symbol.Parse("XYZ") } } },
            new SourceHealthRecorder("splits.other", _health, _clock),
            _clock,
            NullLogger<SplitEventSource>.Instance
        );
        _clock.SetUtcNow(At("2024-06-10T13:30"));

        var told = await new ListingEventChain([_source, other]).GetAsync(
            [Nvda, Symbol.Parse("XYZ")],
            At("2024-06-10T13:29"),
            At("2024-06-10T13:30"),
            TestContext.Current.CancellationToken
        );

        told.Select(next => $"{next.Symbol} {next.NewSharesPerOld}").ShouldBe(["NVDA 10", "XYZ 10"]);
    }

    private Task<IReadOnlyList<ListingEvent>> PollAsync(string time) => PollAtAsync(At(time));

    private Task<IReadOnlyList<ListingEvent>> PollAtAsync(DateTimeOffset time)
    {
        _clock.SetUtcNow(time);
        return _source.GetAsync([Nvda], time.AddMinutes(-1), time, TestContext.Current.CancellationToken);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time + ":00Z", System.Globalization.CultureInfo.InvariantCulture);
}
