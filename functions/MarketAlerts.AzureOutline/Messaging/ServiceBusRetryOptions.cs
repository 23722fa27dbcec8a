namespace Azure.Messaging.ServiceBus;

/// <summary>How often and how long a call is tried.</summary>
public class ServiceBusRetryOptions
{
    /// <summary>How the wait grows.</summary>
    public ServiceBusRetryMode Mode { get; set; } = ServiceBusRetryMode.Exponential;

    /// <summary>Tries after the first.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first retry.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest a single try may take.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
