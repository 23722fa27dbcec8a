using Azure;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Pumps;

/// <summary>
/// One message through its function: deleted on return, left on throw, poison after five deliveries or at once when nobody can ever read
/// it.
/// </summary>
internal sealed partial class MessageHandler(FunctionInvoker invoker, ILogger<MessageHandler> logger)
{
    /// <summary>Deliveries before a message is poison, as the Azure host counts.</summary>
    public const int MostDeliveries = 5;

    /// <summary>Handles the message; true when it left the queue.</summary>
    public async Task<bool> HandleAsync(
        StorageQueue queue,
        QueueFunction function,
        QueuedMessage message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await invoker.InvokeAsync(function, message.Content, cancellationToken);
            await DeleteAsync(queue, message, cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, function.Name, message.Id, message.Deliveries);
            if (failure is not UnreadableMessageException && message.Deliveries < MostDeliveries)
            {
                return false;
            }

            await queue.PoisonAsync(message, cancellationToken);
            return true;
        }
    }

    /// <summary>
    /// A message that took longer than it was hidden has come back under another receipt: it is handled once more, which changes nothing.
    /// </summary>
    private static async Task DeleteAsync(StorageQueue queue, QueuedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await queue.DeleteAsync(message, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
            // It waits under its new receipt.
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed on message {MessageId}, delivery {Delivery}.")]
    private partial void LogFailed(Exception failure, string function, string messageId, long delivery);
}
