using System.Text;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Incidents;

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
                _ = words.Length > 0 && char.IsUpper(letter) ? words.Append(' ') : words;
                words.Append(char.ToLowerInvariant(letter));
            }

            return words.ToString();
        }
    }
}
