namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>A limit of a service and how near the deployment comes to it.</summary>
/// <param name="Name">What is limited.</param>
/// <param name="Value">What the deployment needs at its worst.</param>
/// <param name="Most">The limit.</param>
public sealed record LimitCheck(string Name, double Value, double Most)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Value <= Most;
}
