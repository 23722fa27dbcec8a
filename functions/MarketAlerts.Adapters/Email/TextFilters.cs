using System.Text;
using Fluid;
using Fluid.Values;

namespace MarketAlerts.Adapters.Email;

/// <summary>What the text template needs beyond Liquid: columns and lines of a given width.</summary>
public static class TextFilters
{
    private const int UsualWidth = 76;

    /// <summary>Adds the filters <c>left</c>, <c>right</c> and <c>wrap</c>.</summary>
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("left", (input, arguments, _) => Text(input.ToStringValue().PadRight(Width(arguments))));
        filters.AddFilter("right", (input, arguments, _) => Text(input.ToStringValue().PadLeft(Width(arguments))));
        filters.AddFilter("wrap", (input, arguments, _) => Text(Wrap(input.ToStringValue(), Width(arguments), (int)arguments.At(1).ToNumberValue())));
    }

    /// <summary>Breaks a text between words; lines after the first are indented. A longer word keeps its line.</summary>
    public static string Wrap(string text, int width, int indent)
    {
        var lines = new StringBuilder();
        var used = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Length > 0 && used + 1 + word.Length > width)
            {
                lines.Append('\n').Append(' ', indent);
                used = indent;
            }
            else if (lines.Length > 0)
            {
                lines.Append(' ');
                used++;
            }

            lines.Append(word);
            used += word.Length;
        }

        return lines.ToString();
    }

    private static int Width(FilterArguments arguments) => arguments.Count is 0 ? UsualWidth : (int)arguments.At(0).ToNumberValue();

    private static ValueTask<FluidValue> Text(string text) => new(StringValue.Create(text));
}
