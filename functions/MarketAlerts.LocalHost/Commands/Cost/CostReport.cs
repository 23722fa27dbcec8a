namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>The answer of the command as text.</summary>
public sealed class CostReport(CostInputs inputs, Operations counted, Prices prices)
{
    /// <summary>The text.</summary>
    public string Text => $"{inputs} {counted} {prices}\n";
}
