using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Crowd;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Crowd;

/// <summary>
/// One crash from the quotes to the mails, with everything listened to that telemetry may hold: logs of every level, all traces, our
/// metrics.
/// </summary>
public sealed class TelemetryTests
{
    private readonly ConcurrentBag<string> _heard = [];

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    // A server repeats the address it refuses: for good, because of our settings, or for now.
    [Theory]
    [InlineData(null)]
    [InlineData("550 5.1.1 {0}: no such user")]
    [InlineData("554 5.7.1 {0}: relay access denied")]
    [InlineData("451 4.3.0 {0}: try again later")]
    public async Task Telemetry_NamesNobody_WhenSubscribersAreToldOrRefused(string? refusal)
    {
        using var traces = Traces();
        using var metrics = Metrics();
        await using var mail = new SmtpSink();
        mail.Script = line =>
            refusal is not null && line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)
                ? string.Format(CultureInfo.InvariantCulture, refusal, line[8..].Split(' ')[0])
                : null;
        var (time, messages) = (new FakeTimeProvider(CrowdWorld.Start), new CrowdMessages());
        var quotes = new CrowdQuotes(time);
        await using var services = TestComposition.Build(
            await Azurite.OpenAsync(Stopping),
            time,
            replaced =>
                replaced
                    .AddSingleton<IQuoteSource>(quotes)
                    .AddSingleton<IMessagePublisher>(messages)
                    .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new HeardLogs(_heard))),
            ("Email:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture))
        );
        var desk = new CrowdWorld(services, time, quotes, messages, 3);
        await desk.EnterAsync(Stopping);

        await desk.FlushAsync(await desk.RouteAsync(await desk.FallAsync(Stopping), Stopping), Stopping);

        mail.Mails.Count.ShouldBe(refusal is null ? 3 : 0);
        var expected = refusal is null ? "marketalerts.alert.latency" : "marketalerts.deliveries";
        _heard.ShouldContain(heard => heard.StartsWith(expected, StringComparison.Ordinal));
        _heard.ShouldContain(heard => heard.StartsWith("trace", StringComparison.Ordinal));
        _heard
            .Where(heard =>
                heard.Contains("crowd0000", StringComparison.OrdinalIgnoreCase)
                || heard.Contains("@example", StringComparison.OrdinalIgnoreCase)
            )
            .ShouldBeEmpty();
    }

    private ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
                _heard.Add(
                    $"trace {activity.DisplayName} {activity.StatusDescription} "
                        + $"{string.Join(' ', activity.TagObjects.Concat(activity.Events.SelectMany(told => told.Tags)).Concat(activity.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value))))}"
                ),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Metrics()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name is AlertMeter.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => _heard.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}")
        );
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _heard.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}")
        );
        listener.Start();
        return listener;
    }
}
