using System.Collections.Concurrent;
using System.Diagnostics;
using MarketAlerts.Core.Messages;
using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// The opening minutes within a trace of the test's own: it goes over all queues, from the poll to the flush that sends the mail.
/// </summary>
public sealed class TraceTests
{
    [Fact]
    public async Task Trace_GoesFromThePollToTheMail_OverAllQueues()
    {
        var handled = new ConcurrentQueue<(ActivityTraceId Trace, string Name, ActivitySpanId Parent, ActivitySpanId Own)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ReceivedMessage.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => handled.Enqueue((activity.TraceId, activity.DisplayName, activity.ParentSpanId, activity.SpanId)),
        };
        ActivitySource.AddActivityListener(listener);
        using var folder = new TemporaryFolder();
        OpeningMinutes.Write(folder.Path);
        using var poll = new Activity("poll").Start();

        var run = await ReplayRun.OfAsync(folder.Path, TestContext.Current.CancellationToken);

        run.Received.ShouldNotBeEmpty();
        var ours = handled.Where(span => span.Trace == poll.TraceId).ToArray();
        var flushed = ours.Where(span => span.Name is "handle due-bucket").ToArray();
        var chains = flushed.Select(span => string.Join(" < ", NamesUp(span.Own))).ToHashSet();
        chains.ShouldContain("handle due-bucket < handle market-events < handle quote-page");

        IEnumerable<string> NamesUp(ActivitySpanId from)
        {
            for (var span = from; ours.FirstOrDefault(next => next.Own == span) is { Name: not null } found; span = found.Parent)
            {
                yield return found.Name;
            }
        }
    }
}
