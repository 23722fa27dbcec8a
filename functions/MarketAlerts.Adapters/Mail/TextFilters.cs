using Fluid;
using Fluid.Values;
using MarketAlerts.Adapters.Mail.Pieces;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// What the templates need beyond Liquid: numbers that stay beside their names, and for text columns and lines of a given width.
/// </summary>
internal static class TextFilters
{
    private const int UsualWidth = 76;

    private const char NoBreak = '\u00A0';

    /// <summary>
    /// Adds the filters <c>bind</c>, which keeps a number beside what it belongs to, <c>left</c>, <c>right</c> and <c>wrap</c>; the last
    /// takes the width, the indent and what of the first line is used already, the indent if not said.
    /// </summary>
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter(
            "bind",
            (input, _, _) =>
                Text(
                    input
                        .ToStringValue()
                        .Replace(" -", $"{NoBreak}-", StringComparison.Ordinal)
                        .Replace(" +", $"{NoBreak}+", StringComparison.Ordinal)
                        .Replace(" 0.0%", $"{NoBreak}0.0%", StringComparison.Ordinal)
                )
        );
        filters.AddFilter("left", (input, arguments, _) => Text(input.ToStringValue().PadRight(Number(arguments, 0))));
        filters.AddFilter("right", (input, arguments, _) => Text(input.ToStringValue().PadLeft(Number(arguments, 0))));
        filters.AddFilter(
            "wrap",
            (input, arguments, _) =>
                Wrap(
                    input,
                    new LineWrap(
                        arguments.Count is 0 ? UsualWidth : Number(arguments, 0),
                        Number(arguments, 1),
                        Number(arguments, arguments.Count > 2 ? 2 : 1)
                    )
                )
        );
    }

    private static ValueTask<FluidValue> Wrap(FluidValue input, LineWrap wrap) =>
        input is SlotValue place ? new(new SlotValue(place.Slot with { Wrap = wrap })) : Text(wrap.Wrap(input.ToStringValue()));

    private static int Number(FilterArguments arguments, int index) => (int)arguments.At(index).ToNumberValue();

    private static ValueTask<FluidValue> Text(string text) => new(StringValue.Create(text));
}
