namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>What a part of a design uses in a month.</summary>
/// <param name="Name">The part, such as a function.</param>
/// <param name="Executions">Executions of functions.</param>
/// <param name="GbSeconds">Memory times the seconds in which instances work.</param>
/// <param name="BusOperations">Operations on Service Bus: sending, receiving and completing a message is one each.</param>
/// <param name="TableRequests">Requests to tables, a transaction being one.</param>
public sealed record Usage(string Name, double Executions, double GbSeconds, double BusOperations, double TableRequests)
{
    /// <summary>All of them together.</summary>
    public static Usage Sum(string name, IReadOnlyList<Usage> parts) =>
        new(
            name,
            parts.Sum(part => part.Executions),
            parts.Sum(part => part.GbSeconds),
            parts.Sum(part => part.BusOperations),
            parts.Sum(part => part.TableRequests)
        );
}
