namespace Azure.Messaging.ServiceBus;

/// <summary>How the wait between tries grows.</summary>
public enum ServiceBusRetryMode
{
    /// <summary>Not at all.</summary>
    Fixed = 0,

    /// <summary>It doubles.</summary>
    Exponential = 1,
}
