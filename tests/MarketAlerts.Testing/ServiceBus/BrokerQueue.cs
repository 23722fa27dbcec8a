using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace MarketAlerts.Testing.ServiceBus;

/// <summary>
/// A queue of the broker: what is sent to it waits for its time, is given to one receiver at a time and goes when that completes it. What
/// is unlocked is given out when a receiver asks anew, not to one that asked before and went away.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="dead">Where its dead letters go; null for a queue of dead letters.</param>
public sealed class BrokerQueue(TimeProvider time, BrokerQueue? dead)
{
    private const int MostDeliveries = 5;
    private static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly List<BrokerMessage> _messages = [];
    private readonly List<int> _batches = [];
    private readonly List<string> _settled = [];
    private readonly Dictionary<Guid, (BrokerMessage Message, SendingAmqpLink Link)> _locked = [];
    private readonly HashSet<string> _known = [];
    private readonly List<SendingAmqpLink> _receivers = [];
    private readonly List<ITimer> _timers = [];
    private long _number;
    private int _locks;

    /// <summary>What it holds, locked and scheduled messages too, in order of arrival.</summary>
    public IReadOnlyList<BrokerMessage> Messages => Locked(() => _messages.ToArray());

    /// <summary>How many messages came together, for each delivery.</summary>
    public IReadOnlyList<int> Batches => Locked(() => _batches.ToArray());

    /// <summary>What receivers did, in order: complete or abandon, with the message's number.</summary>
    public IReadOnlyList<string> Settled => Locked(() => _settled.ToArray());

    /// <summary>The most bytes that a delivery may have, as links are told that are opened from now on.</summary>
    public ulong MostBytes { get; set; } = 256 * 1_024;

    /// <summary>The error that every message is refused with; null for none.</summary>
    public string? Refusal { get; set; }

    /// <summary>Whether a message whose id was there before is dropped.</summary>
    public bool DropsDuplicates { get; set; }

    /// <summary>Puts a message into it.</summary>
    public void Put(BrokerMessage message)
    {
        Locked(() => Keep(message));
        GiveOut();
    }

    /// <summary>Takes out what is there by now, as a receiver does that completes it all.</summary>
    public IReadOnlyList<BrokerMessage> TakeAll() =>
        Locked(() =>
        {
            var there = _messages.Where(message => (message.NotBefore ?? default) <= time.GetUtcNow()).ToArray();
            _messages.RemoveAll(there.Contains);
            return there;
        });

    /// <summary>Ends all locks, as their time does.</summary>
    public void EndLocks() => Locked(_locked.Clear);

    /// <summary>Takes a link of a sender or a receiver.</summary>
    internal void Attach(AmqpLink link)
    {
        if (link is ReceivingAmqpLink senders)
        {
            senders.RegisterMessageListener(message => Take(senders, message));
            return;
        }

        var receiver = (SendingAmqpLink)link;
        receiver.RegisterCreditListener(
            (_, drains, _) =>
            {
                if (!drains)
                {
                    GiveOut();
                }
            }
        );
        receiver.RegisterDispositionListener(delivery => Settle(receiver, delivery));
        receiver.Closed += (_, _) => Locked(() => _receivers.Remove(receiver));
        Locked(() => _receivers.Add(receiver));
    }

    private void Take(ReceivingAmqpLink link, AmqpMessage delivery)
    {
        if (Refusal is { } condition)
        {
            link.DisposeMessage(
                delivery,
                new Rejected
                {
                    Error = new Error { Condition = condition, Description = "refused" },
                },
                true,
                false
            );
            return;
        }

        var messages = BrokerMessage.Of(delivery);
        Locked(() =>
        {
            _batches.Add(messages.Count);
            messages.Where(message => !DropsDuplicates || _known.Add(message.Id ?? "")).ToList().ForEach(Keep);
        });
        link.AcceptMessage(delivery, false);
        GiveOut();
    }

    private void Keep(BrokerMessage message)
    {
        (message.Number, message.EnqueuedAt) = (++_number, time.GetUtcNow());
        _messages.Add(message);
        if (message.NotBefore is { } instant && instant > time.GetUtcNow())
        {
            _timers.Add(time.CreateTimer(_ => GiveOut(), null, instant - time.GetUtcNow(), Timeout.InfiniteTimeSpan));
        }
    }

    private void GiveOut()
    {
        while (Locked(Next) is { } next)
        {
            var amqp = next.Message.ToAmqp(time.GetUtcNow() + LockLasts);
            next.Receiver.SendMessageNoWait(amqp, new(next.Token.ToByteArray()), default);
        }
    }

    private (BrokerMessage Message, SendingAmqpLink Receiver, Guid Token)? Next()
    {
        var receiver = _receivers.Find(receiver => receiver.LinkCredit > 0);
        var message = _messages.Find(message =>
            (message.NotBefore ?? default) <= time.GetUtcNow() && _locked.Values.All(locked => locked.Message != message)
        );
        if (receiver is null || message is null)
        {
            return null;
        }

        var token = new Guid(++_locks, 0, 0, new byte[8]);
        _locked[token] = (message, receiver);
        return (message, receiver, token);
    }

    private void Settle(SendingAmqpLink receiver, Delivery delivery)
    {
        var outcome = delivery.State;
        var error = Locked(() =>
            _locked.Remove(new Guid(delivery.DeliveryTag), out var locked)
                ? Settle(locked.Message, outcome)
                : "com.microsoft:message-lock-lost"
        );
        receiver.DisposeDelivery(
            delivery,
            true,
            error is null
                ? outcome
                : new Rejected
                {
                    Error = new Error { Condition = (AmqpSymbol)error, Description = "The lock is over." },
                }
        );
    }

    private string? Settle(BrokerMessage message, DeliveryState outcome)
    {
        if (outcome is Accepted)
        {
            _settled.Add($"complete {message.Number}");
            _messages.Remove(message);
            return null;
        }

        if (outcome is not (Modified or Released))
        {
            // Seen where it happens, not as something else.
            throw new NotSupportedException($"Nobody of us settles a message by {outcome.GetType().Name}.");
        }

        _settled.Add($"abandon {message.Number}");
        if (++message.Deliveries >= MostDeliveries && dead is not null)
        {
            Bury(message, "MaxDeliveryCountExceeded");
        }

        return null;
    }

    private void Bury(BrokerMessage message, string reason)
    {
        _messages.Remove(message);
        dead?.Put(
            new BrokerMessage
            {
                Body = message.Body,
                Id = message.Id,
                ContentType = message.ContentType,
                Properties = new(message.Properties) { ["DeadLetterReason"] = reason },
            }
        );
    }

    private void Locked(Action act)
    {
        lock (_gate)
        {
            act();
        }
    }

    private T Locked<T>(Func<T> ask)
    {
        lock (_gate)
        {
            return ask();
        }
    }
}
