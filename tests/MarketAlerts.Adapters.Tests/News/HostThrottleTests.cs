using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class HostThrottleTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(GivenNews.Now);
    private readonly HostThrottle throttle;

    public HostThrottleTests() => throttle = new HostThrottle(_clock, TimeSpan.FromSeconds(2));

    [Fact]
    public async Task Run_WaitsForTheInterval_WhenTheHostWasJustAsked()
    {
        await Run("https://a.example/1");
        var second = Run("https://A.example/2");

        _clock.Advance(TimeSpan.FromSeconds(1.9));
        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_WaitsForItsTurn_WhenTheHostIsBeingAsked()
    {
        var answer = new TaskCompletionSource<Fetched>();
        var first = throttle.RunAsync("a", new Uri("https://a.example/1"), _ => answer.Task, TestContext.Current.CancellationToken);
        var second = Run("https://a.example/2");
        var other = await Run("https://b.example/1");

        _clock.Advance(TimeSpan.FromMinutes(1));
        second.IsCompleted.ShouldBeFalse();
        answer.SetResult(GivenNews.Answer([]));

        (await first, await second, other).ShouldNotBe(default);
    }

    [Fact]
    public async Task Run_CountsTheSecAsOne_WhenItsHostsDiffer()
    {
        await Run("https://www.sec.gov/a");
        var second = Run("https://data.sec.gov/b");

        _clock.Advance(TimeSpan.FromMilliseconds(99));
        second.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task Run_GoesOn_WhenAskingFails()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            throttle.RunAsync(
                "a",
                new Uri("https://a.example/1"),
                _ => throw new InvalidOperationException(),
                TestContext.Current.CancellationToken
            )
        );
        _clock.Advance(TimeSpan.FromSeconds(2));

        (await Run("https://a.example/2")).ShouldNotBeNull();
    }

    public void Dispose() => throttle.Dispose();

    private Task<Fetched> Run(string address) =>
        throttle.RunAsync("a", new Uri(address), _ => Task.FromResult(GivenNews.Answer([])), TestContext.Current.CancellationToken);
}
