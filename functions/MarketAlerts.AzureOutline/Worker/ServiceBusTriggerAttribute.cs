using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for a message of a Service Bus queue or subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Binds to a queue.</summary>
    /// <param name="queueName">The queue.</param>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>Binds to a subscription of a topic.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="subscriptionName">The subscription.</param>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName)
    {
        TopicName = topicName;
        SubscriptionName = subscriptionName;
    }

    /// <summary>The queue; null when bound to a subscription.</summary>
    public string? QueueName { get; }

    /// <summary>The topic; null when bound to a queue.</summary>
    public string? TopicName { get; }

    /// <summary>The subscription; null when bound to a queue.</summary>
    public string? SubscriptionName { get; }

    /// <summary>The setting, or the prefix of the settings, that says how to connect.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the queue or subscription has sessions.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>Whether the function takes many messages a call. False unless set.</summary>
    public bool IsBatched { get; set; }

    /// <summary>Whether a message is completed when the function returns. Left unset, host.json decides.</summary>
    public bool AutoCompleteMessages { get; set; }
}
