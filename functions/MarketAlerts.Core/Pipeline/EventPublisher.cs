using System.Text;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Ports;

namespace MarketAlerts.Core.Pipeline;

/// <summary>Publishes events in messages of at most 40 kB, which fits every transport once it is wrapped, split the same whenever the same events are published again.</summary>
public sealed class EventPublisher(IMessagePublisher publisher)
{
    private const int MaximumBytes = 40_000;

    /// <summary>Publishes all events of one page and poll, or of one look at a basket.</summary>
    /// <param name="source">The page or basket.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="events">The events, in detection order.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task PublishAsync(string source, DateTimeOffset poll, IReadOnlyList<MarketEvent> events, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var chunk in Split(events))
        {
            var id = MessageId.OfEvents(source, poll, part++);
            var content = MessageCodec.Write(new MarketEvents(chunk), id, chunk[0].MarketTime);
            await publisher.PublishAsync(new OutgoingMessage(QueueNames.MarketEvents, id, content), cancellationToken);
        }
    }

    /// <summary>Asks for the price rules on a symbol to be rescaled.</summary>
    public Task PublishAsync(RescaleRequest request, CancellationToken cancellationToken)
    {
        var id = MessageId.OfRescaling(request.Page, request.Symbol, request.Poll, request.After);
        return publisher.PublishAsync(new OutgoingMessage(QueueNames.Splits, id, MessageCodec.Write(request, id, request.Poll)), cancellationToken);
    }

    private static IEnumerable<List<MarketEvent>> Split(IEnumerable<MarketEvent> events)
    {
        var chunk = new List<MarketEvent>();
        var bytes = 0;
        foreach (var next in events)
        {
            var size = Encoding.UTF8.GetByteCount(StoredJson.Write(next));
            if (chunk.Count > 0 && bytes + size > MaximumBytes)
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
