using System.Text.Encodings.Web;
using Fluid;

namespace MarketAlerts.Adapters.Email;

/// <summary>The two templates of a mail, parsed once; used by many mails at the same time.</summary>
public sealed class MailTemplates
{
    private readonly TemplateOptions _options = new();
    private readonly IFluidTemplate _html = Parse("alert.html.liquid");
    private readonly IFluidTemplate _text = Parse("alert.text.liquid");

    /// <summary>Parses the templates.</summary>
    public MailTemplates()
    {
        _options.MemberAccessStrategy.Register<MailView>();
        _options.MemberAccessStrategy.Register<MailRowView>();
        _options.MemberAccessStrategy.Register<PublishedView>();
        _options.MemberAccessStrategy.Register<PublishedGroupView>();
        _options.MemberAccessStrategy.Register<PublishedLineView>();
        TextFilters.AddTo(_options.Filters);
    }

    /// <summary>The HTML part; every value is encoded.</summary>
    public string Html(MailView view) => _html.Render(new TemplateContext(view, _options), HtmlEncoder.Default);

    /// <summary>The text part.</summary>
    public string Text(MailView view) => _text.Render(new TemplateContext(view, _options), NullEncoder.Default);

    private static IFluidTemplate Parse(string name)
    {
        var assembly = typeof(MailTemplates).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new FluidParser().TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The template {name} cannot be read: {error}");
    }
}
