namespace Azure.Messaging.ServiceBus;

/// <summary>Why Service Bus failed.</summary>
public enum ServiceBusFailureReason
{
    /// <summary>An error of the client library.</summary>
    GeneralError = 0,

    /// <summary>There is no such queue, topic or subscription.</summary>
    MessagingEntityNotFound = 1,

    /// <summary>The lock of the message is lost.</summary>
    MessageLockLost = 2,

    /// <summary>There is no such message.</summary>
    MessageNotFound = 3,

    /// <summary>The message or batch is too large.</summary>
    MessageSizeExceeded = 4,

    /// <summary>The queue, topic or subscription is disabled.</summary>
    MessagingEntityDisabled = 5,

    /// <summary>A quota is used up, such as the size of the queue.</summary>
    QuotaExceeded = 6,

    /// <summary>The service is busy.</summary>
    ServiceBusy = 7,

    /// <summary>The service did not answer in time.</summary>
    ServiceTimeout = 8,

    /// <summary>The connection failed.</summary>
    ServiceCommunicationProblem = 9,

    /// <summary>The session is locked by another receiver.</summary>
    SessionCannotBeLocked = 10,

    /// <summary>The lock of the session is lost.</summary>
    SessionLockLost = 11,

    /// <summary>There already is a queue, topic or subscription of this name.</summary>
    MessagingEntityAlreadyExists = 12,
}
