namespace MarketAlerts.Adapters.News;

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
