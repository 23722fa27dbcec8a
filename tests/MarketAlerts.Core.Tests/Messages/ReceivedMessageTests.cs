using System.Diagnostics;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class ReceivedMessageTests : IDisposable
{
    private readonly List<Activity> _traced = [];
    private readonly ActivityListener _listener;
    private readonly ActivitySource _poll = new("a poll");

    public ReceivedMessageTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ReceivedMessage.SourceName or "a poll",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (_traced)
                {
                    _traced.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _poll.Dispose();
    }

    [Fact]
    public async Task HandleAsync_StaysInOneTrace_FromQueueToQueue()
    {
        var (first, second) = ("", "");
        string trace;
        using (var poll = _poll.StartActivity("poll"))
        {
            trace = poll!.TraceId.ToString();
            first = MessageCodec.Write(new QuotePage("p0000", Given.At("14:31")), "page", Given.At("14:31"));
        }

        await ReceivedMessage.HandleAsync<QuotePage>(
            first,
            _ =>
            {
                second = MessageCodec.Write(new DueBucket("b0000"), "wake", Given.At("14:32"));
                return Task.CompletedTask;
            }
        );
        await ReceivedMessage.HandleAsync<DueBucket>(second, _ => Task.CompletedTask);

        Mine(trace).Select(activity => activity.DisplayName).ShouldBe(["poll", "handle quote-page", "handle due-bucket"]);
        Mine(trace)
            .Skip(1)
            .Select(activity => activity.Parent?.SpanId ?? activity.ParentSpanId)
            .ShouldBe(Mine(trace).SkipLast(1).Select(activity => activity.SpanId));
    }

    [Fact]
    public async Task HandleAsync_SaysThatItFailed_WithoutTheMessage()
    {
        var (message, trace) = ("", "");
        using (var poll = _poll.StartActivity("poll"))
        {
            trace = poll!.TraceId.ToString();
            message = MessageCodec.Write(new DueBucket("b0000"), "wake", Given.At("14:32"));
        }

        await Should.ThrowAsync<InvalidOperationException>(() =>
            ReceivedMessage.HandleAsync<DueBucket>(message, _ => throw new InvalidOperationException("ada@example.com"))
        );

        var failed = Mine(trace)[^1];
        (failed.Status, failed.StatusDescription).ShouldBe((ActivityStatusCode.Error, nameof(InvalidOperationException)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"not a trace\"")]
    public async Task HandleAsync_HandlesTheMessage_WhenItsTraceCannotBeRead(string trace)
    {
        var message =
            $$$"""{"schema":"due-bucket","version":1,"id":"x","marketTime":"2025-01-27T14:32:00Z","traceParent":{{{trace}}},"body":{"bucket":"b0007"}}""";
        var handled = "";

        await ReceivedMessage.HandleAsync<DueBucket>(
            message,
            (id, due) =>
            {
                handled = $"{id} {due.Bucket}";
                return Task.CompletedTask;
            }
        );

        handled.ShouldBe("x b0007");
    }

    private IReadOnlyList<Activity> Mine(string trace)
    {
        lock (_traced)
        {
            return [.. _traced.Where(activity => activity.TraceId.ToString() == trace)];
        }
    }
}
