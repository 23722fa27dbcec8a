using System.Text;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Stages;

/// <summary>
/// Publishes events in messages of at most 45 kB, which fits every transport once it is wrapped, split the same whenever the same events
/// are published again.
/// </summary>
public sealed class EventPublisher(IMessagePublisher publisher)
{
    private const int MaximumBytes = 45_000;
    private const int MaximumUnpacked = 300_000;

    /// <summary>Publishes all events of one page and poll, or of one look at a basket.</summary>
    /// <param name="source">The page or basket.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="events">The events, in detection order.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task PublishAsync(string source, DateTimeOffset poll, IReadOnlyList<MarketEvent> events, CancellationToken cancellationToken) =>
        PublishAsync(source, poll, events, chunk => new MarketEvents(chunk), first => first.MarketTime, cancellationToken);

    /// <summary>Publishes steps of incidents that one look found.</summary>
    public Task PublishAsync(
        string source,
        DateTimeOffset look,
        IReadOnlyList<ProposedTransition> transitions,
        CancellationToken cancellationToken
    ) =>
        PublishAsync(
            source,
            look,
            transitions,
            chunk => new MarketEvents([]) { Transitions = chunk },
            first => first.MarketTime,
            cancellationToken
        );

    /// <summary>Asks for the price rules on a symbol to be rescaled.</summary>
    public Task PublishAsync(RescaleRequest request, CancellationToken cancellationToken)
    {
        var id = MessageId.OfRescaling(request.Page, request.Symbol, request.Poll, request.After);
        return publisher.PublishAsync(
            new OutgoingMessage(QueueNames.Splits, id, MessageCodec.Write(request, id, request.Poll)),
            cancellationToken
        );
    }

    private async Task PublishAsync<T>(
        string source,
        DateTimeOffset poll,
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, MarketEvents> wrap,
        Func<T, DateTimeOffset> timeOf,
        CancellationToken cancellationToken
    )
    {
        var part = 0;
        var chunks = new Stack<List<T>>(Split(items).Reverse());
        while (chunks.TryPop(out var chunk))
        {
            var id = MessageId.OfEvents(source, poll, part);
            var content = MessageCodec.Write(wrap(chunk), id, timeOf(chunk[0]));
            if (content.Length > MaximumBytes && chunk.Count > 1)
            {
                // It packs badly: two messages of half the events each.
                chunks.Push(chunk[(chunk.Count / 2)..]);
                chunks.Push(chunk[..(chunk.Count / 2)]);
                continue;
            }

            await publisher.PublishAsync(new OutgoingMessage(QueueNames.MarketEvents, id, content), cancellationToken);
            part++;
        }
    }

    private static IEnumerable<List<T>> Split<T>(IEnumerable<T> events)
    {
        var chunk = new List<T>();
        var bytes = 0;
        foreach (var next in events)
        {
            var size = Encoding.UTF8.GetByteCount(StoredJson.Write(next));
            if (chunk.Count > 0 && bytes + size > MaximumUnpacked)
            {
                yield return chunk;
                (chunk, bytes) = ([], 0);
            }

            chunk.Add(next);
            bytes += size;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
