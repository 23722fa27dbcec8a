using Newtonsoft.Json;

namespace MarketAlerts.Core.Incidents;

/// <summary>What one event did to an incident; kept with the event's id, so that a redelivery gets the same answer.</summary>
/// <param name="Opened">Whether it opened the incident.</param>
/// <param name="Escalated">Whether the severity rose.</param>
/// <param name="NewlyNotable">Members that became notable for the first time after the opening.</param>
public sealed record IncidentChange(bool Opened, bool Escalated, IReadOnlyList<string> NewlyNotable)
{
    /// <summary>Nothing that anybody needs to hear.</summary>
    public static IncidentChange None { get; } = new(false, false, []);

    /// <summary>The step it took, for one that those who were told hear of: reopened, recovered, corrected, carried or closed, continued or followed up.</summary>
    public IncidentStep? Told { get; init; }

    /// <summary>Whether people who were told of the incident hear of it.</summary>
    [JsonIgnore]
    public bool IsWorthTelling => Escalated || NewlyNotable.Count > 0 || Told is not null;
}
