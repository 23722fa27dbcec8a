using System.Diagnostics;

namespace MarketAlerts.Core.Messages;

/// <summary>
/// Handles a message within the trace it was published in: from the poll of a quote to its mail, over all queues, is one trace (W3C Trace
/// Context). The run of the function that took it is linked. Traces name queues and schemas, never people.
/// </summary>
public static class ReceivedMessage
{
    /// <summary>The name of the source of these traces.</summary>
    public const string SourceName = "MarketAlerts";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Opens a message and hands its body on.</summary>
    /// <exception cref="UnreadableMessageException">It cannot be read.</exception>
    public static Task HandleAsync<TBody>(string message, Func<TBody, Task> handle) =>
        HandleAsync<TBody>(message, (_, body) => handle(body));

    /// <summary>Opens a message and hands its id and body on.</summary>
    /// <exception cref="UnreadableMessageException">It cannot be read.</exception>
    public static async Task HandleAsync<TBody>(string message, Func<string, TBody, Task> handle)
    {
        var (envelope, body) = MessageCodec.Read<TBody>(message);
        using var activity = StartActivity(envelope);
        try
        {
            await handle(envelope.Id, body);
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
    }

    private static Activity? StartActivity(Envelope envelope)
    {
        // A trace that cannot be read is none: the message counts.
        var belongs = ActivityContext.TryParse(envelope.TraceParent, null, isRemote: true, out var parent);
        ActivityLink[] links = Activity.Current is { } run ? [new ActivityLink(run.Context)] : [];
        return belongs
            ? Source.StartActivity($"handle {envelope.Schema}", ActivityKind.Consumer, parent, links: links)
            : Source.StartActivity($"handle {envelope.Schema}", ActivityKind.Consumer);
    }
}
