using System.Globalization;

namespace MarketAlerts.LocalHost.Tests.Mails.Markup;

/// <summary>How the text of a mail stands out from what is behind it, by day and by night.</summary>
internal sealed class Colors(MarkupElement document, bool isDark)
{
    private readonly StyleRule[] _rules =
    [
        .. document
            .All.Where(element => element.Name is "style")
            .SelectMany(style => StyleParser.Rules(style.Text))
            .Where(rule =>
                !rule.Selector.Contains('[', StringComparison.Ordinal)
                && !rule.Selector.StartsWith(':')
                && (rule.Media is "" || (isDark && rule.Media.Contains("dark", StringComparison.Ordinal)))
            ),
    ];

    /// <summary>Every text that is seen, with its colour and the one behind it.</summary>
    public IEnumerable<(string Text, string Color, string Behind)> Texts =>
        document
            .All.Where(element =>
                element.Name is not ("style" or "title")
                && !string.IsNullOrWhiteSpace(element.Text.Replace('\u00A0', ' ').Replace("\u200C", "", StringComparison.Ordinal))
            )
            .Select(element =>
                (element.Text.Trim(), Inherited(element, "color") ?? "#000000", Inherited(element, "background-color") ?? "#ffffff")
            );

    /// <summary>The contrast ratio of WCAG 2.1 (w3.org/TR/WCAG21/#dfn-contrast-ratio): 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string color) =>
        (0.2126 * Channel(color, 1)) + (0.7152 * Channel(color, 3)) + (0.0722 * Channel(color, 5));

    private static double Channel(string color, int at)
    {
        var share = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private string? Inherited(MarkupElement element, string property) =>
        element.Ancestors.Prepend(element).Select(one => Own(one, property)).FirstOrDefault(value => value is not null);

    /// <summary>The last important rule counts, else the element's own style, else the last rule.</summary>
    private string? Own(MarkupElement element, string property)
    {
        var values = _rules
            .Where(rule => rule.Matches(element))
            .SelectMany(rule => rule.Declarations)
            .Where(declaration => declaration.Property == property)
            .Select(declaration => declaration.Value)
            .ToArray();
        var inline = StyleParser
            .Declarations(element.Attributes.GetValueOrDefault("style", ""))
            .Where(declaration => declaration.Property == property)
            .Select(declaration => declaration.Value)
            .LastOrDefault();
        return values.LastOrDefault(value => value.EndsWith("!important", StringComparison.Ordinal))?.Split(' ')[0]
            ?? inline
            ?? values.LastOrDefault();
    }
}
