namespace MarketAlerts.Core.Incidents;

/// <summary>How bad an incident is: as bad as its severest confirmed member.</summary>
public enum Severity
{
    /// <summary>A level somebody asked for, below notable.</summary>
    Plain = 0,

    /// <summary>Notable, tier 1.</summary>
    Notable = 1,

    /// <summary>Severe, tier 2.</summary>
    Severe = 2,
}
