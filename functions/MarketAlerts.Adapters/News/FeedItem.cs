using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

/// <summary>One item or entry of a feed, as it lies on the wire.</summary>
/// <param name="Space">The XML namespace of its element: its own fields have the same, those of extensions another.</param>
/// <param name="About"><c>rdf:about</c> of RSS 1.0, or null.</param>
/// <param name="Fields">What it holds, in order.</param>
internal sealed record FeedItem(string Space, string? About, IReadOnlyList<FeedField> Fields)
{
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>The first of its own fields of a name.</summary>
    public FeedField? Own(string name) => Find(Space, name);

    /// <summary>The text of the first of its own fields of the names that says anything, else empty.</summary>
    public string OwnText(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Own(name) is { Text: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>The date of Dublin Core.</summary>
    public string? DublinCoreDate => Find(DublinCore, "date")?.Text;

    /// <summary>The whole text of an RSS item, where it has one.</summary>
    public string? EncodedContent => Find(Content, "encoded")?.Text;

    private FeedField? Find(string space, string name) =>
        Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && field.Space == space);
}

/// <summary>One element directly below an item, as it lies on the wire.</summary>
/// <param name="Space">Its XML namespace, or empty.</param>
/// <param name="Name">Its name without prefix.</param>
/// <param name="Text">The text in it and in what it encloses.</param>
/// <param name="Address">What its relative links are relative to.</param>
internal sealed record FeedField(string Space, string Name, string Text, Uri Address)
{
    /// <summary><c>href</c> of an Atom link.</summary>
    public string? Href { get; init; }

    /// <summary><c>rel</c> of an Atom link.</summary>
    public string? Rel { get; init; }

    /// <summary><c>term</c> of an Atom category.</summary>
    public string? Term { get; init; }

    /// <summary><c>isPermaLink</c> of an RSS guid.</summary>
    public string? IsPermaLink { get; init; }
}

/// <summary>Reads the links of items: where they lead may be shown to people.</summary>
internal static class FeedLinks
{
    private const int Longest = 2_000;

    /// <summary>
    /// The absolute link, or null when it is none of http or https, one that hides its host behind a user's name, or one of a host that
    /// cannot be.
    /// </summary>
    public static Uri? Parse(string? text, Uri? address)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length is > 0 and <= Longest && TryCreate(address, trimmed) is { } link && WebAddress.IsUsable(link) ? link : null;
    }

    private static Uri? TryCreate(Uri? address, string text) =>
        (address is null ? Uri.TryCreate(text, UriKind.Absolute, out var link) : Uri.TryCreate(address, text, out link)) ? link : null;
}
