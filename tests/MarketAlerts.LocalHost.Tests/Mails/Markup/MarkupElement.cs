namespace MarketAlerts.LocalHost.Tests.Mails.Markup;

/// <summary>One element of a mail's HTML.</summary>
internal sealed class MarkupElement(string name, IReadOnlyDictionary<string, string> attributes, MarkupElement? parent)
{
    public string Name => name;

    public IReadOnlyDictionary<string, string> Attributes => attributes;

    public MarkupElement? Parent => parent;

    public List<MarkupElement> Children { get; } = [];

    /// <summary>What stands directly in it, without what stands in its children.</summary>
    public string Text { get; set; } = "";

    public string Classes => Attributes.GetValueOrDefault("class", "");

    public IEnumerable<MarkupElement> All => Children.SelectMany(child => child.All).Prepend(this);

    public IEnumerable<MarkupElement> Ancestors => Parent is null ? [] : Parent.Ancestors.Prepend(Parent);

    public bool HasClass(string name) => Classes.Split(' ').Contains(name);
}
