namespace MarketAlerts.Core.Rules;

/// <summary>Leaves the parser's inside with the error; never leaves the parser.</summary>
internal sealed class RuleRefusedException(RuleError error) : Exception(error.ToString())
{
    public RuleError Error { get; } = error;
}
