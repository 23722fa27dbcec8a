using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Incidents;

/// <summary>How long what an incident tells first waits for company: until then all that happens belongs to its first mail.</summary>
public interface IGroupWaits
{
    /// <summary>The group wait of a severity.</summary>
    TimeSpan WaitOf(Severity severity);
}
