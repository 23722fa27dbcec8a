using System.Diagnostics.Metrics;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market.Verdicts;

namespace MarketAlerts.Core.Stages.Metering;

/// <summary>What the pipeline did, as counters with reasons; never who.</summary>
public sealed class PipelineMeter
{
    private readonly Counter<long> _quotes;
    private readonly Counter<long> _crossings;
    private readonly Counter<long> _deliveries;

    /// <summary>Makes the instruments.</summary>
    public PipelineMeter(IMeterFactory meters)
    {
        var meter = meters.Create(AlertMeter.Name);
        _quotes = meter.CreateCounter<long>("marketalerts.quotes", "{quote}", "Quotes read, by what the guards said of them and why.");
        _crossings = meter.CreateCounter<long>("marketalerts.crossings", "{crossing}", "Levels crossed that somebody asked for.");
        _deliveries = meter.CreateCounter<long>("marketalerts.deliveries", "{step}", "Steps of deliveries, by what made them.");
    }

    /// <summary>Counts a poll of a page.</summary>
    /// <param name="quotes">How many quotes were read.</param>
    /// <param name="notable">The verdicts on those that were not plainly accepted.</param>
    /// <param name="crossings">How many wanted levels were crossed.</param>
    public void Polled(int quotes, IReadOnlyList<Verdict> notable, int crossings)
    {
        _quotes.Add(quotes - notable.Count, Tag("verdict", nameof(VerdictKind.Accept)), Tag("reason", nameof(VerdictReason.Accepted)));
        foreach (var said in notable.GroupBy(verdict => verdict.Reason))
        {
            _quotes.Add(said.Count(), Tag("verdict", said.Key.Kind().ToString()), Tag("reason", said.Key.ToString()));
        }

        _crossings.Add(crossings);
    }

    /// <summary>Counts a step of a delivery.</summary>
    /// <param name="step">The step.</param>
    /// <param name="reason">What made it: a hold, a channel.</param>
    public void Stepped(DeliveryStep step, Enum reason) =>
        _deliveries.Add(1, Tag("step", step.ToString()), Tag("reason", reason.ToString()));

    private static KeyValuePair<string, object?> Tag(string tag, string value) => new(tag, value.ToLowerInvariant());
}
