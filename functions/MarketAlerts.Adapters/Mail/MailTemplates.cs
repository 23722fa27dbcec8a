using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>The templates of the mails, two a kind, parsed once; used by many mails at the same time. What kinds share lies in <c>Templates/Parts</c>.</summary>
public sealed class MailTemplates
{
    private readonly TemplateOptions _options = new();
    private readonly Dictionary<MailKind, IFluidTemplate> _html;
    private readonly Dictionary<MailKind, IFluidTemplate> _text;

    /// <summary>Parses the templates.</summary>
    public MailTemplates()
    {
        var files = new EmbeddedTemplates();
        _options.FileProvider = files;
        _options.MemberAccessStrategy.Register<MailView>();
        _options.MemberAccessStrategy.Register<MailRowView>();
        _options.MemberAccessStrategy.Register<MailRevision>();
        _options.MemberAccessStrategy.Register<PublishedView>();
        _options.MemberAccessStrategy.Register<PublishedGroupView>();
        _options.MemberAccessStrategy.Register<PublishedLineView>();
        TextFilters.AddTo(_options.Filters);
        MailStyles.AddTo(_options);
        _html = Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => Parse(files, $"{MailKindNames.NameOf(kind)}.html.liquid"));
        _text = Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => Parse(files, $"{MailKindNames.NameOf(kind)}.text.liquid"));
    }

    /// <summary>Writes the HTML part; every value is encoded.</summary>
    /// <param name="kind">What the mail is.</param>
    /// <param name="content">What it tells.</param>
    /// <param name="own">What is the subscriber's own.</param>
    /// <param name="valueOf">What stands for the subscriber's text of a number.</param>
    /// <param name="writer">Where to.</param>
    internal void WriteHtml(
        MailKind kind,
        MailView content,
        IReadOnlyList<SubscriberText> own,
        Func<int, FluidValue> valueOf,
        TextWriter writer
    ) => Write(_html[kind], HtmlEncoder.Default, content, own, valueOf, writer);

    /// <summary>Writes the text part, with the same arguments.</summary>
    internal void WriteText(
        MailKind kind,
        MailView content,
        IReadOnlyList<SubscriberText> own,
        Func<int, FluidValue> valueOf,
        TextWriter writer
    ) => Write(_text[kind], NullEncoder.Default, content, own, valueOf, writer);

    private void Write(
        IFluidTemplate template,
        TextEncoder encoder,
        MailView content,
        IReadOnlyList<SubscriberText> own,
        Func<int, FluidValue> valueOf,
        TextWriter writer
    )
    {
        var context = new TemplateContext(content, _options);
        SubscriberModel.AddTo(context, own, valueOf);
        template.RenderAsync(writer, context, encoder).AsTask().GetAwaiter().GetResult();
    }

    private static IFluidTemplate Parse(EmbeddedTemplates files, string name) =>
        new FluidParser().TryParse(files.Read(name), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The template {name} cannot be read: {error}");
}
