using System.Diagnostics.Metrics;
using System.Globalization;

namespace MarketAlerts.Core.Tests;

/// <summary>Makes a meter and remembers what it measured.</summary>
internal sealed class MeasuredMeter : IMeterFactory
{
    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private Meter? _meter;

    public MeasuredMeter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured: name, value, unit and tags.</summary>
    public List<string> Measured { get; } = [];

    public Meter Create(MeterOptions options) => _meter ??= new Meter(options);

    public void Dispose()
    {
        _listener.Dispose();
        _meter?.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measured = string.Create(
            CultureInfo.InvariantCulture,
            $"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"
        );
        lock (_gate)
        {
            Measured.Add(measured);
        }
    }
}
