namespace MarketAlerts.LocalHost.Tests.Mails.Markup;

/// <summary>One rule of a style block for one selector.</summary>
/// <param name="Media">The media query around it, or empty.</param>
/// <param name="Selector">The selector: a class, an element, or an element or class within a class.</param>
/// <param name="Declarations">Property and value; a value keeps its <c>!important</c>.</param>
internal sealed record StyleRule(string Media, string Selector, IReadOnlyList<(string Property, string Value)> Declarations)
{
    /// <summary>Whether it is about an element.</summary>
    public bool Matches(MarkupElement element)
    {
        var parts = Selector.Split(' ');
        return Fits(parts[^1], element) && (parts.Length is 1 || element.Ancestors.Any(ancestor => Fits(parts[0], ancestor)));
    }

    private static bool Fits(string part, MarkupElement element) => part[0] is '.' ? element.HasClass(part[1..]) : element.Name == part;
}
