namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>
/// What mail programs do not show. Sources:
/// Outlook classic (Word's engine): learn.microsoft.com/previous-versions/office/developer/office-2007/aa338201 (Word 2007 HTML and CSS
/// rendering capabilities), hteumeuleu.com/2020/outlook-rendering-engine, caniemail.com/clients/outlook; Gmail:
/// developers.google.com/workspace/gmail/design/css (the properties, selectors and media queries it keeps), caniemail.com/clients/gmail,
/// emailonacid.com/blog/article/email-development/12_things_you_must_know_when_developing_for_gmail_and_gmail_mobile_apps.
/// </summary>
internal static class Unsupported
{
    /// <summary>Outlook shows nothing of them or shows them wrong, and most mail servers take out what runs or asks.</summary>
    public static HashSet<string> Elements { get; } =
    [
        "script",
        "noscript",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "label",
        "fieldset",
        "video",
        "audio",
        "source",
        "track",
        "svg",
        "math",
        "canvas",
        "object",
        "embed",
        "applet",
        "param",
        "iframe",
        "frame",
        "frameset",
        "link",
        "base",
        "picture",
        "dialog",
        "details",
        "summary",
        "template",
        "slot",
        "marquee",
    ];

    /// <summary>Word's engine ignores them, and then what depends on them falls apart.</summary>
    public static HashSet<string> Properties { get; } =
    [
        "flex",
        "flex-direction",
        "flex-wrap",
        "flex-flow",
        "justify-content",
        "align-items",
        "align-content",
        "gap",
        "grid",
        "grid-template",
        "grid-template-columns",
        "grid-template-rows",
        "grid-area",
        "float",
        "clear",
        "position",
        "top",
        "right",
        "bottom",
        "left",
        "z-index",
        "background-image",
        "background",
        "background-size",
        "background-position",
        "transform",
        "transition",
        "animation",
        "filter",
        "box-shadow",
        "object-fit",
        "clip-path",
        "opacity",
        "min-width",
        "columns",
        "content",
        "cursor",
    ];

    /// <summary>The displays that every program knows; <c>inline-block</c> may fall back to inline.</summary>
    public static HashSet<string> Displays { get; } = ["block", "none", "inline-block"];

    /// <summary>The properties of Gmail's list that these mails use, and those written for one other program on purpose.</summary>
    public static HashSet<string> KnownProperties { get; } =
    [
        "background-color",
        "border",
        "border-bottom",
        "border-top",
        "border-left",
        "border-collapse",
        "border-color",
        "border-radius",
        "border-width",
        "color",
        "display",
        "font-family",
        "font-feature-settings",
        "font-size",
        "font-variant-numeric",
        "font-weight",
        "height",
        "line-height",
        "margin",
        "max-height",
        "max-width",
        "overflow",
        "padding",
        "padding-left",
        "padding-right",
        "padding-top",
        "text-decoration",
        "vertical-align",
        "white-space",
        "width",
        "mso-hide",
        "mso-table-lspace",
        "mso-table-rspace", // Outlook.
        "-webkit-text-size-adjust",
        "text-size-adjust",
        "color-scheme",
        "supported-color-schemes", // Apple Mail.
    ];
}
