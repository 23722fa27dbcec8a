using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Mail;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Slack;

/// <summary>
/// Writes a message for Slack in blocks. Everything stands in <c>plain_text</c> and <c>rich_text</c> elements, in which Slack reads no
/// markup; only the line for notifications is markup, and there what could be some is escaped.
/// </summary>
internal static class SlackMessage
{
    private const int LongestHeader = 150;

    public static byte[] Write(ChatView view) =>
        ChatJson.Bytes(
            new JObject
            {
                ["text"] = Escaped(view.Title),
                ["unfurl_links"] = false,
                ["unfurl_media"] = false,
                ["blocks"] = new JArray(Header(view), Body(view)),
            }
        );

    /// <summary>Slack's own escapes: without an angle bracket there is no mention, no channel call and no link.</summary>
    internal static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static JObject Header(ChatView view) =>
        new()
        {
            ["type"] = "header",
            ["text"] = new JObject
            {
                ["type"] = "plain_text",
                ["text"] = SafeText.Cut(view.Title, LongestHeader),
                ["emoji"] = false,
            },
        };

    private static JObject Body(ChatView view)
    {
        var parts = new JArray();
        if (view.Rows.Count > 0)
        {
            parts.Add(Part("rich_text_preformatted", [Text(string.Join('\n', view.Rows))]));
        }

        parts.Add(Part("rich_text_section", [Text(string.Join('\n', view.Lines.DefaultIfEmpty(view.Title)))]));
        if (view.News.Count > 0)
        {
            parts.Add(Part("rich_text_section", [Text("What was published", isBold: true)]));
            parts.Add(
                new JObject
                {
                    ["type"] = "rich_text_list",
                    ["style"] = "bullet",
                    ["elements"] = new JArray(view.News.Select(News)),
                }
            );
        }

        parts.Add(Part("rich_text_section", [.. Footer(view)]));
        return new JObject { ["type"] = "rich_text", ["elements"] = parts };
    }

    private static JObject News(ChatNews news) =>
        Part(
            "rich_text_section",
            [Text($"{news.When}: "), news.Url is { } url ? Link(news.Title, url) : Text(news.Title), Text($" ({news.Source})")]
        );

    private static IEnumerable<JObject> Footer(ChatView view)
    {
        yield return Text(view.Footer is "" ? "MarketAlerts" : view.Footer);
        foreach (var link in view.Links)
        {
            yield return Text(" \u00B7 ");
            yield return Link(link.Text, link.Url);
        }
    }

    private static JObject Part(string type, IEnumerable<JObject> elements) =>
        new() { ["type"] = type, ["elements"] = new JArray(elements) };

    private static JObject Link(string text, string url) =>
        new()
        {
            ["type"] = "link",
            ["url"] = url,
            ["text"] = text,
        };

    private static JObject Text(string text, bool isBold = false)
    {
        var element = new JObject { ["type"] = "text", ["text"] = text };
        if (isBold)
        {
            element["style"] = new JObject { ["bold"] = true };
        }

        return element;
    }
}
