using System.Text;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Incidents;

/// <summary>One step in an incident's life.</summary>
public enum IncidentStep
{
    /// <summary>Something that somebody asked for happened, and no incident of it was there.</summary>
    Opened,

    /// <summary>The group wait is over.</summary>
    GroupWaitOver,

    /// <summary>A member joined at the lower threshold.</summary>
    MemberJoined,

    /// <summary>A member became notable.</summary>
    MemberNotable,

    /// <summary>The severity rose.</summary>
    Escalated,

    /// <summary>Trading was halted.</summary>
    Halted,

    /// <summary>Trading goes on.</summary>
    Resumed,

    /// <summary>Back below the reset level.</summary>
    Recovering,

    /// <summary>Beyond the threshold again before the recovery had held.</summary>
    Relapsed,

    /// <summary>The recovery held.</summary>
    Recovered,

    /// <summary>Beyond the threshold again after it had recovered; seen once.</summary>
    Returning,

    /// <summary>The same, seen on a second quote.</summary>
    Reopened,

    /// <summary>It turned a move of the other way round, and half of that swing is given back; seen once.</summary>
    GivingBack,

    /// <summary>The same, seen on a second quote.</summary>
    GivenBack,

    /// <summary>What it rests on was revised.</summary>
    Corrected,

    /// <summary>The session ended while it was on.</summary>
    Carried,

    /// <summary>The next session goes on the same way.</summary>
    Continued,

    /// <summary>It is over.</summary>
    Closed,

    /// <summary>The next session was told.</summary>
    FollowedUp,
}

/// <summary>One step in an incident's life, as it stands in the record.</summary>
/// <param name="At">Market time of the evidence.</param>
/// <param name="Step">The step.</param>
/// <param name="State">The state after it.</param>
/// <param name="Reason">Why, in a sentence with the figures.</param>
public sealed record IncidentTransition(DateTimeOffset At, IncidentStep Step, IncidentState State, string Reason)
{
    /// <summary>How bad it is from then on; told where a step raises it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What it became, in words: <c>opened</c>, <c>member joined</c>, <c>escalated to severe</c>.</summary>
    public string To => Severity is { } severity ? $"{Words} to {severity.ToString().ToLowerInvariant()}" : Words;

    private string Words
    {
        get
        {
            var words = new StringBuilder();
            foreach (var letter in Step.ToString())
            {
                if (words.Length > 0 && char.IsUpper(letter))
                {
                    words.Append(' ');
                }

                words.Append(char.ToLowerInvariant(letter));
            }

            return words.ToString();
        }
    }
}
