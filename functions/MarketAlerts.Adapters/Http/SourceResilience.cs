using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace MarketAlerts.Adapters.Http;

/// <summary>
/// How a source is asked: each attempt within 10 s, at most two repetitions with growing, jittered pauses, and not at all for a minute
/// after five failures in a row. A wait that the other side asks for is kept when it is short; a longer one is no longer this poll's
/// business. Refusals (401, 403) are never repeated.
/// </summary>
public static class SourceResilience
{
    /// <summary>The longest wait within a poll.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private const int Repetitions = 2;
    private const int FailuresThatBreak = 5;
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Sampling = TimeSpan.FromMinutes(6);

    /// <summary>Adds the strategies to a client's pipeline.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline
            .AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Repetitions,
                    Delay = FirstPause,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = args => ValueTask.FromResult(IsWorthAnother(args.Outcome)),
                }
            )
            .AddCircuitBreaker(
                new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 1,
                    MinimumThroughput = FailuresThatBreak,
                    SamplingDuration = Sampling,
                    BreakDuration = Break,
                }
            )
            .AddTimeout(Attempt);
    }

    private static bool IsWorthAnother(Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Exception: HttpRequestException or TimeoutRejectedException } => true,
            { Result.StatusCode: HttpStatusCode.TooManyRequests } => outcome.Result.Headers.RetryAfter?.Delta <= LongestWait,
            { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => !AsksForLonger(outcome.Result),
            _ => false,
        };

    private static bool AsksForLonger(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } wait && (wait.Delta is null || wait.Delta > LongestWait);
}
