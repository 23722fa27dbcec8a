using MarketAlerts.Functions.Pages;
using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>One page with all sample mails, at the width of a phone and of a desk, and their text.</summary>
internal static class MailsPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport"
        content="width=device-width, initial-scale=1"><title>The mails of MarketAlerts</title>
        <style>
          :root { color-scheme: light dark; }
          body { margin: 24px; font: 15px/22px -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
          nav a { margin-right: 14px; white-space: nowrap; }
          h2 { margin: 40px 0 0; } p { margin: 4px 0 12px; }
          .views { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
          iframe { height: 900px; border: 1px solid #8a94a1; }
          pre { width: 640px; max-height: 880px; margin: 0; padding: 10px; overflow: auto; border: 1px solid #8a94a1;
            font-size: 12px; line-height: 16px; }
        </style></head><body><h1>The mails of MarketAlerts</h1>

        """;

    /// <summary>The page.</summary>
    /// <param name="mails">The mails.</param>
    /// <param name="textOf">The text part of a mail.</param>
    public static string Write(IReadOnlyList<NamedMail> mails, Func<NamedMail, string> textOf) =>
        Html.Encode(
            $"""
            {Html.Literal(Head)}<nav>{Html.Join(mails.Select(Link))}</nav>
            {Html.Join(mails.Select(mail => Views(mail, textOf(mail))))}</body></html>

            """
        ).Text;

    private static Html Link(NamedMail mail) => Html.Encode($"""<a href="#{mail.Name}">{mail.Title}</a> """);

    private static Html Views(NamedMail mail, string text) =>
        Html.Encode(
            $"""
            <h2 id="{mail.Name}">{mail.Title}</h2>
            <p>{mail.When}<br>Subject: <b>{mail.Mail.Subject}</b> ·
            <a href="{mail.Name}.html">HTML</a> · <a href="{mail.Name}.txt">text</a> · <a href="{mail.Name}.eml">message</a></p>
            <div class="views">
            <iframe src="{mail.Name}.html" width="680" title="{mail.Title}, on a desk"></iframe>
            <iframe src="{mail.Name}.html" width="390" title="{mail.Title}, on a phone"></iframe>
            <pre>{text}</pre>
            </div>

            """
        );
}
