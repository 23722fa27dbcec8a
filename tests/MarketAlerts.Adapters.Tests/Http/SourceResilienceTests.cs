using System.Net;
using MarketAlerts.Adapters.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Adapters.Tests.Http;

/// <summary>The pipeline of a source with answers from a list and a clock whose short waits are over at once.</summary>
public sealed class SourceResilienceTests : IDisposable
{
    private readonly HurriedTime _clock = new();
    private readonly ListedAnswers _answers = new();
    private readonly ServiceProvider _services;
    private readonly Fetcher _fetcher;

    public SourceResilienceTests()
    {
        var services = new ServiceCollection();
        services
            .AddHttpClient("one")
            .ConfigurePrimaryHttpMessageHandler(() => _answers)
            .AddResilienceHandler("source", pipeline => SourceResilience.Configure(pipeline, _clock));
        _services = services.BuildServiceProvider();
        _fetcher = new Fetcher(
            _services.GetRequiredService<IHttpClientFactory>().CreateClient("one"),
            _clock,
            new FetchLimits(1_000, TimeSpan.FromHours(1), 0)
        );
    }

    [Theory]
    [InlineData("503 200", 200, 2)]
    [InlineData("503 500 200", 200, 3)]
    [InlineData("503 503 503 200", 503, 3)] // Two repetitions, no more.
    [InlineData("unreachable 200", 200, 2)]
    [InlineData("408 200", 200, 2)]
    [InlineData("401 200", 401, 1)] // A refusal is a matter for people.
    [InlineData("403 200", 403, 1)]
    [InlineData("404 200", 404, 1)]
    [InlineData("429 200", 429, 1)]
    [InlineData("429+3 200", 200, 2)]
    [InlineData("429+30 200", 429, 1)] // That long is the next poll's business.
    [InlineData("503+30 200", 503, 1)]
    public async Task Configure_AsksAgain_OnlyWhereItMayHelp(string answers, int expected, int asked)
    {
        _answers.Set(answers);

        ((int)(await AskAsync()).Status, _answers.Asked).ShouldBe((expected, asked));
    }

    [Fact]
    public async Task Configure_LeavesASourceAlone_ForAMinuteAfterFiveFailuresInARow()
    {
        _answers.Set("503 503 503 503 503 200");
        await AskAsync();
        (await Should.ThrowAsync<FetchException>(AskAsync)).Fault.ShouldBe(FetchFault.Unavailable);
        var asked = _answers.Asked;

        await Should.ThrowAsync<FetchException>(AskAsync);
        _answers.Asked.ShouldBe(asked, "nobody is asked while the circuit is open");
        _clock.Advance(TimeSpan.FromSeconds(61));

        (await AskAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    public void Dispose() => _services.Dispose();

    private Task<Fetched> AskAsync() =>
        _fetcher.GetAsync("one", new Uri("http://one.example/"), _ => { }, TestContext.Current.CancellationToken);

    /// <summary>Waits of up to eight seconds are over at once, longer ones never end; only the test moves the clock.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);
        private DateTimeOffset _now = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.UtcTicks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _now += time;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(
                callback,
                state,
                dueTime <= Short && dueTime >= TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
    }

    /// <summary>
    /// Answers from a list: a status, perhaps with <c>+</c> and the seconds to wait, or <c>unreachable</c>; the last one again and again.
    /// </summary>
    private sealed class ListedAnswers : HttpMessageHandler
    {
        private string[] _answers = [];

        public int Asked { get; private set; }

        public void Set(string answers) => _answers = answers.Split(' ');

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = _answers[Math.Min(Asked++, _answers.Length - 1)];
            return answer is "unreachable"
                ? throw new HttpRequestException("Name or service not known")
                : Task.FromResult(AnswerOf(answer.Split('+')));
        }

        private static HttpResponseMessage AnswerOf(string[] parts)
        {
            var response = new HttpResponseMessage((HttpStatusCode)int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
            if (parts.Length > 1)
            {
                response.Headers.TryAddWithoutValidation("Retry-After", parts[1]);
            }

            return response;
        }
    }
}
