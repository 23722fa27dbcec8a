namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>How long things take, in seconds, and how many operations a message is: taken for granted in every design.</summary>
public static class Effort
{
    /// <summary>Operations on Service Bus of a message: sent, received, completed.</summary>
    public const double MessageOperations = 3;

    /// <summary>A request to a table.</summary>
    public const double RequestSeconds = 0.01;

    /// <summary>A mail, until its server has taken it.</summary>
    public const double MailSeconds = 0.1;

    /// <summary>A mail, of one processor: benchmark W4e, flushing.</summary>
    public const double MailCpuSeconds = 0.002;
}
