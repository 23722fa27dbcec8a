using Fluid;
using Fluid.Values;

namespace MarketAlerts.Adapters.Mail;

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
