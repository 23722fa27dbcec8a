using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.News;

/// <summary>
/// One item of a feed as understood from the wire: plain text without markup, control or bidirectional characters. It says what its publisher says, and is
/// trusted no further.
/// </summary>
/// <param name="Source">The feed's name.</param>
/// <param name="Id">The publisher's own id, else a hash of link, title and date.</param>
/// <param name="Title">The headline, at most 300 letters.</param>
/// <param name="Summary">What follows it, at most 2,000 letters; may be empty.</param>
/// <param name="Link">Where it can be read, http or https, or null.</param>
/// <param name="PublishedAt">When it was published, or null where the feed does not say so in a way that can be read.</param>
/// <param name="UpdatedAt">When it was last changed, or null.</param>
/// <param name="Symbols">The symbols that the provider itself names.</param>
public sealed record Article(
    string Source,
    string Id,
    string Title,
    string Summary,
    Uri? Link,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<Symbol> Symbols);
