namespace Azure.Messaging.ServiceBus;

/// <summary>A failure of Service Bus.</summary>
public class ServiceBusException : Exception
{
    /// <summary>A failure without words.</summary>
    public ServiceBusException()
    {
    }

    /// <summary>A failure whose reason says whether it may pass.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="entityPath">The queue or topic.</param>
    /// <param name="innerException">What caused it.</param>
    public ServiceBusException(string message, ServiceBusFailureReason reason, string? entityPath = default, Exception? innerException = default)
        : this(MayPass(reason), message, entityPath, reason, innerException)
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="isTransient">Whether it may pass.</param>
    /// <param name="message">What failed.</param>
    /// <param name="entityName">The queue or topic.</param>
    /// <param name="reason">Why.</param>
    /// <param name="innerException">What caused it.</param>
    public ServiceBusException(
        bool isTransient,
        string message,
        string? entityName = default,
        ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError,
        Exception? innerException = default)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        EntityPath = entityName;
        Reason = reason;
    }

    /// <summary>Whether the failure may pass by itself.</summary>
    public bool IsTransient { get; }

    /// <summary>Why it failed.</summary>
    public ServiceBusFailureReason Reason { get; }

    /// <summary>The queue or topic; null if the failure belongs to none.</summary>
    public string? EntityPath { get; }

    /// <summary>What failed, with the entity and the reason.</summary>
    public override string Message =>
        string.IsNullOrEmpty(EntityPath) ? $"{base.Message} ({Reason})" : $"{base.Message} ({EntityPath} - {Reason})";

    private static bool MayPass(ServiceBusFailureReason reason) => reason
        is ServiceBusFailureReason.ServiceCommunicationProblem
        or ServiceBusFailureReason.ServiceTimeout
        or ServiceBusFailureReason.ServiceBusy;
}
