using System.Diagnostics;
using System.Diagnostics.Metrics;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Stages.Metering;

/// <summary>
/// The latencies of alerts as metrics, in seconds. Tags say how severe, by which channel and whether its group wait alone held it; never
/// who.
/// </summary>
public sealed class AlertMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "MarketAlerts";

    private readonly Histogram<double> _total;
    private readonly Histogram<double> _decision;
    private readonly Histogram<double> _acceptance;

    /// <summary>Makes the instruments.</summary>
    public AlertMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _total = Seconds(meter, "marketalerts.alert.latency", "From the market time of the quote to the server's yes.");
        _decision = Seconds(
            meter,
            "marketalerts.alert.decision",
            "From when the evidence was seen to the decision to send, group wait included."
        );
        _acceptance = Seconds(meter, "marketalerts.alert.acceptance", "From the decision to the server's yes.");
    }

    /// <summary>Counts a message that its server accepted.</summary>
    public void Count(AlertMail mail, MailLatency latency, DateTimeOffset accepted)
    {
        var tags = new TagList
        {
            { "severity", mail.Content.Severity.ToString().ToLowerInvariant() },
            { "channel", mail.To.Kind.ToString().ToLowerInvariant() },
            { "group_wait", latency.GroupWait is not null },
        };
        _decision.Record((latency.Decided - latency.Seen).TotalSeconds, tags);
        _acceptance.Record((accepted - latency.Decided).TotalSeconds, tags);
        if (latency.Quote is { } quote)
        {
            _total.Record((accepted - quote).TotalSeconds, tags);
        }
    }

    private static Histogram<double> Seconds(Meter meter, string name, string description) =>
        meter.CreateHistogram(
            name,
            "s",
            description,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = LatencyHistogram.Bounds }
        );
}
