namespace MarketAlerts.Core.Incidents;

/// <summary>Which steps an incident may take from where, and where they lead. Everything else changes nothing.</summary>
internal static class IncidentMachine
{
    private static readonly Dictionary<(IncidentState From, IncidentStep Step), IncidentState> Legal = Table();

    /// <summary>Where a step leads, or null when it is none from there.</summary>
    /// <param name="from">The state before; null before there is an incident.</param>
    /// <param name="step">The step.</param>
    public static IncidentState? Next(IncidentState? from, IncidentStep step)
    {
        if (from is not { } state)
        {
            return step is IncidentStep.Opened ? IncidentState.Forming : null;
        }

        return Legal.TryGetValue((state, step), out var next) ? next : null;
    }

    private static Dictionary<(IncidentState, IncidentStep), IncidentState> Table()
    {
        var legal = new Dictionary<(IncidentState, IncidentStep), IncidentState>
        {
            [(IncidentState.Forming, IncidentStep.GroupWaitOver)] = IncidentState.Open,
            [(IncidentState.Forming, IncidentStep.Halted)] = IncidentState.Halted,
            [(IncidentState.Open, IncidentStep.Halted)] = IncidentState.Halted,
            [(IncidentState.Recovering, IncidentStep.Halted)] = IncidentState.Halted,
            [(IncidentState.Halted, IncidentStep.Resumed)] = IncidentState.Open,
            [(IncidentState.Forming, IncidentStep.Recovering)] = IncidentState.Recovering,
            [(IncidentState.Open, IncidentStep.Recovering)] = IncidentState.Recovering,
            [(IncidentState.Recovering, IncidentStep.Relapsed)] = IncidentState.Open,
            [(IncidentState.Recovering, IncidentStep.Recovered)] = IncidentState.Recovered,
            [(IncidentState.Recovered, IncidentStep.Returning)] = IncidentState.Recovered,
            [(IncidentState.Recovered, IncidentStep.Reopened)] = IncidentState.Open,
            [(IncidentState.Forming, IncidentStep.Carried)] = IncidentState.Carried,
            [(IncidentState.Open, IncidentStep.Carried)] = IncidentState.Carried,
            [(IncidentState.Halted, IncidentStep.Carried)] = IncidentState.Carried,
            [(IncidentState.Recovering, IncidentStep.Carried)] = IncidentState.Carried,
            [(IncidentState.Forming, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Open, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Halted, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Recovering, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Recovered, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Carried, IncidentStep.Continued)] = IncidentState.Open,
            [(IncidentState.Carried, IncidentStep.Closed)] = IncidentState.Closed,
            [(IncidentState.Closed, IncidentStep.FollowedUp)] = IncidentState.FollowedUp,
        };

        AddAlways(legal);
        return legal;
    }

    /// <summary>Who is in it, how bad it is and what it rests on may change in every state: evidence comes late.</summary>
    private static void AddAlways(Dictionary<(IncidentState, IncidentStep), IncidentState> legal)
    {
        foreach (var state in Enum.GetValues<IncidentState>())
        {
            legal[(state, IncidentStep.MemberJoined)] = state;
            legal[(state, IncidentStep.MemberNotable)] = state;
            legal[(state, IncidentStep.Escalated)] = state;
            legal[(state, IncidentStep.Corrected)] = state;
            legal[(state, IncidentStep.GivingBack)] = state;
            legal[(state, IncidentStep.GivenBack)] = state;
        }
    }
}

/// <summary>
/// Where an incident is in its life. What happened before it opened, a candidate that the guards rejected, is a verdict of the quote and no
/// incident.
/// </summary>
public enum IncidentState
{
    /// <summary>Just opened, within its group wait: company is gathered.</summary>
    Forming,

    /// <summary>On.</summary>
    Open,

    /// <summary>Trading in its stock is halted; nothing is judged until it goes on.</summary>
    Halted,

    /// <summary>Back below its reset level, not yet for long.</summary>
    Recovering,

    /// <summary>Back below its reset level and held there.</summary>
    Recovered,

    /// <summary>Its session ended while it was on; the next open is awaited.</summary>
    Carried,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>Over, and the session after it was told.</summary>
    FollowedUp,
}
