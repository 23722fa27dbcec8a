namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>What a part of a design uses in a month.</summary>
/// <param name="Name">The part, such as a function.</param>
/// <param name="Executions">Executions of functions.</param>
/// <param name="GbSeconds">Memory times the seconds in which instances work.</param>
/// <param name="BusOperations">Operations on Service Bus: sending, receiving and completing a message is one each.</param>
/// <param name="TableRequests">Requests to tables, a transaction being one.</param>
internal sealed record Usage(string Name, double Executions, double GbSeconds, double BusOperations, double TableRequests)
{
    public static Usage Sum(string name, IReadOnlyList<Usage> parts) =>
        new(
            name,
            parts.Sum(part => part.Executions),
            parts.Sum(part => part.GbSeconds),
            parts.Sum(part => part.BusOperations),
            parts.Sum(part => part.TableRequests)
        );
}

/// <summary>How long things take, in seconds, and how many operations a message is: taken for granted in every design.</summary>
internal static class Effort
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
