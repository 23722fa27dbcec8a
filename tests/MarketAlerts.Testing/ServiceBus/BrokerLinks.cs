using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Transport;

namespace MarketAlerts.Testing.ServiceBus;

/// <summary>Makes the broker's side of the links that clients open.</summary>
internal sealed class BrokerLinks(BrokerDouble broker) : IRuntimeProvider
{
    private const uint MessagesOnTheWay = 100;

    public AmqpConnection CreateConnection(
        TransportBase transport,
        ProtocolHeader protocolHeader,
        bool isInitiator,
        AmqpSettings amqpSettings,
        AmqpConnectionSettings connectionSettings
    ) => new(transport, protocolHeader, isInitiator, amqpSettings, connectionSettings);

    public AmqpSession CreateSession(AmqpConnection connection, AmqpSessionSettings settings) =>
        throw new NotSupportedException("Sessions are opened by clients.");

    public AmqpLink CreateLink(AmqpSession session, AmqpLinkSettings settings)
    {
        if (settings.Role is not true)
        {
            return new SendingAmqpLink(session, settings);
        }

        (settings.TotalLinkCredit, settings.AutoSendFlow) = (MessagesOnTheWay, true);
        settings.MaxMessageSize = broker.MostBytesOf((settings.Target as Target)?.Address);
        return new ReceivingAmqpLink(session, settings);
    }

    public IAsyncResult BeginOpenLink(AmqpLink link, TimeSpan timeout, AsyncCallback callback, object state)
    {
        broker.Attach(link);
        var done = new TaskCompletionSource(state);
        done.SetResult();
        callback(done.Task);
        return done.Task;
    }

    public void EndOpenLink(IAsyncResult result) => ((Task)result).GetAwaiter().GetResult();
}
