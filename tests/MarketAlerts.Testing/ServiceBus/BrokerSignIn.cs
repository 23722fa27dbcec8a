using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace MarketAlerts.Testing.ServiceBus;

/// <summary>
/// The node <c>$cbs</c>, by which a client says who it is before it opens a link: a pair of links, a request on one, an answer on the
/// other.
/// </summary>
public sealed class BrokerSignIn
{
    private const int Accepted = 202;
    private const int Unauthorized = 401;
    private readonly ConcurrentDictionary<string, SendingAmqpLink> _answers = new();

    /// <summary>For what clients signed in, in order.</summary>
    public ConcurrentQueue<string> Audiences { get; } = new();

    /// <summary>Whether nobody is let in.</summary>
    public bool Refuses { get; set; }

    /// <summary>Takes one of the two links.</summary>
    internal void Attach(AmqpLink link)
    {
        if (link is ReceivingAmqpLink requests)
        {
            requests.RegisterMessageListener(request => Answer(requests, request));
        }
        else
        {
            _answers[((Target)link.Settings.Target).Address.ToString()!] = (SendingAmqpLink)link;
        }
    }

    private void Answer(ReceivingAmqpLink link, AmqpMessage request)
    {
        Audiences.Enqueue(request.ApplicationProperties.Map.TryGetValue<string>("name", out var audience) ? audience : "");
        link.AcceptMessage(request, false);
        using var answer = AmqpMessage.Create();
        answer.Properties.CorrelationId = request.Properties.MessageId;
        answer.ApplicationProperties.Map["status-code"] = Refuses ? Unauthorized : Accepted;
        answer.ApplicationProperties.Map["status-description"] = Refuses ? "The token is not accepted." : "Accepted";
        _answers[request.Properties.ReplyTo.ToString()!].SendMessageNoWait(answer, new(BitConverter.GetBytes(Audiences.Count)), default);
    }
}
