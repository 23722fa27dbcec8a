using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// The templates of the mails, parsed once; used by many mails at the same time. What kinds share lies in
/// <c>Templates/Parts</c>.
/// </summary>
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
        _html = Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => Parse(files, $"{TemplateOf(kind)}.html.liquid"));
        _text = Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => Parse(files, $"{TemplateOf(kind)}.text.liquid"));
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

    /// <summary>What happens to an incident while it is on has one form, whatever it is.</summary>
    private static string TemplateOf(MailKind kind) =>
        kind
            is MailKind.Opened
                or MailKind.Update
                or MailKind.Escalated
                or MailKind.Worse
                or MailKind.Reversed
                or MailKind.Undone
                or MailKind.SecondLeg
                or MailKind.Resumed
                or MailKind.NextSession
            ? "alert"
            : MailKindNames.NameOf(kind);

    private static IFluidTemplate Parse(EmbeddedTemplates files, string name) =>
        new FluidParser().TryParse(files.Read(name), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"The template {name} cannot be read: {error}");
}

/// <summary>The names of the kinds of mail in file names, such as <c>close-of-day</c>.</summary>
internal static class MailKindNames
{
    private static readonly Dictionary<MailKind, string> Names = Enum.GetValues<MailKind>()
        .ToDictionary(kind => kind, kind => Kebab(kind.ToString()));

    /// <summary>The name of a kind.</summary>
    public static string NameOf(MailKind kind) => Names[kind];

    private static string Kebab(string name) =>
        string.Concat(
            name.Select(
                (letter, index) =>
                    char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );
}

/// <summary>The styles that templates write into their elements, by the name they have there: some mail programs read no others.</summary>
internal static class MailStyles
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    private const string Ink = "color:#1e2530;";
    private const string Muted = "color:#5b6573;";
    private const string Line = "border-bottom:1px solid #e6e9ed;vertical-align:top;";

    /// <summary>Gives them to all templates.</summary>
    public static void AddTo(TemplateOptions options)
    {
        Add(options, "font", Font);
        Add(options, "ink", Ink);
        Add(options, "muted", Muted);
        Add(options, "link", "color:#2b4c7e;text-decoration:underline;");
        Add(options, "down", "color:#9c3328;");
        Add(options, "up", "color:#1f6b48;");
        Add(options, "body", Font + "font-size:15px;line-height:22px;" + Ink);
        Add(options, "note", Font + "font-size:13px;line-height:19px;" + Muted);
        Add(options, "small", Font + "font-size:12px;line-height:17px;" + Muted);
        Add(
            options,
            "th",
            "border-bottom:1px solid #cdd3da;vertical-align:bottom;" + Font + "font-size:12px;line-height:15px;font-weight:normal;" + Muted
        );
        Add(options, "td", Line + Font + "font-size:15px;line-height:20px;");
        Add(options, "rule", "border-top:1px solid #e6e9ed;font-size:1px;line-height:1px;");
        Add(options, "severe", "background-color:#96352a;");
        Add(options, "notable", "background-color:#7d5a12;");
        Add(options, "good", "background-color:#28613f;");
        Add(options, "plain", "background-color:#3f5068;");
    }

    private static void Add(TemplateOptions options, string name, string style) =>
        options.Scope.SetValue(name, new StringValue(style, encode: false));
}
