using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Stands in for the attribute of the same name where a package feed lacks <c>Microsoft.Azure.Functions.Worker.Extensions.ServiceBus</c>
/// (docs/decisions/0020). The Functions SDK reads its constructor and properties into the metadata of the functions, which is the same with
/// either.
/// </summary>
/// <param name="queueName">The queue whose messages start the function.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute, ISupportCardinality
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting, or the prefix of the settings, that says how to connect.</summary>
    public string? Connection { get; set; }

    /// <summary>Whether the function takes many messages a call.</summary>
    [DefaultValue(false)]
    public bool IsBatched { get; set; }

    Cardinality ISupportCardinality.Cardinality
    {
        get => IsBatched ? Cardinality.Many : Cardinality.One;
        set => IsBatched = value is Cardinality.Many;
    }
}
