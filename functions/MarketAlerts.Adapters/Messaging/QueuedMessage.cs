using Azure.Storage.Queues.Models;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Adapters.Messaging;

/// <summary>A message taken from a storage queue.</summary>
/// <param name="Id">Our id of it, which storage queues do not keep themselves.</param>
/// <param name="Content">The envelope as text.</param>
/// <param name="Deliveries">How often it was taken, this time included.</param>
/// <param name="Receipt">What the queue needs to delete it.</param>
public sealed record QueuedMessage(string Id, string Content, long Deliveries, QueueMessage Receipt)
{
    internal static BinaryData Write(OutgoingMessage message) =>
        BinaryData.FromString(StoredJson.Write(new QueuedDocument(message.Id, message.Content)));

    internal static QueuedMessage Read(QueueMessage message)
    {
        try
        {
            var document = StoredJson.Read<QueuedDocument>(message.Body.ToString());
            return new QueuedMessage(document.Id, document.Content, message.DequeueCount, message);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // Not ours: the content goes on as it is, is refused by its function and ends in the poison queue.
            return new QueuedMessage(message.MessageId, message.Body.ToString(), message.DequeueCount, message);
        }
    }
}

/// <summary>A message on a storage queue: its id beside its content.</summary>
internal sealed record QueuedDocument(string Id, string Content);
