using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>
/// Stands in a template for a text that is filled in later, subscriber by subscriber. It may be written and wrapped, nothing else.
/// </summary>
/// <param name="slot">The place.</param>
internal sealed class SlotValue(Slot slot) : FluidValue
{
    public Slot Slot => slot;

    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.String;

    /// <inheritdoc/>
    public override bool Equals(FluidValue other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override bool ToBooleanValue() => true;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => throw Misuse();

    /// <inheritdoc/>
    public override string ToStringValue() => throw Misuse();

    /// <inheritdoc/>
    public override object ToObjectValue() => throw Misuse();

    /// <inheritdoc/>
    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        (writer as SlotWriter ?? throw Misuse()).Add(slot);
        return ValueTask.CompletedTask;
    }

    private static InvalidOperationException Misuse() =>
        new("A template may only write or wrap what is the subscriber's own: its text is not known yet.");
}

/// <summary>A place in a rendering that a subscriber's text fills.</summary>
/// <param name="Text">The number of the text.</param>
/// <param name="Wrap">How it is broken into lines, or null for not at all.</param>
internal readonly record struct Slot(int Text, LineWrap? Wrap);
