namespace MarketAlerts.Functions.Pages;

/// <summary>A piece of HTML. Values come into it by <see cref="Encode"/> alone, which encodes them.</summary>
public readonly record struct Html
{
    private Html(string text) => Text = text;

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>The HTML.</summary>
    public string Text
    {
        get => field ?? "";
    }

    /// <summary>The literal parts as they are, the values encoded.</summary>
    public static Html Encode(HtmlText text) => new(text.ToString());

    /// <summary>Something that stands in the source and is HTML already; never a value.</summary>
    public static Html Literal(string constant) => new(constant);

    /// <summary>Pieces, one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
