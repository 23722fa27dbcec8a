namespace MarketAlerts.Core.Levels;

/// <summary>How bad a move is; an incident is as bad as its severest confirmed member.</summary>
public enum Severity
{
    /// <summary>A level somebody asked for, below notable.</summary>
    Plain = 0,

    /// <summary>Notable.</summary>
    Notable = 1,

    /// <summary>Severe.</summary>
    Severe = 2,
}
