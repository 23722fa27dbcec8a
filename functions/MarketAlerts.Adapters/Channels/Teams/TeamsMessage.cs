using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Core.Levels;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Teams;

/// <summary>
/// Writes a message for the workflow "Post to a channel when a webhook request is received": an Adaptive Card in an attachment. All text
/// stands in text runs, in which cards read no markup; mentions would need entities, and there are none.
/// </summary>
internal static class TeamsMessage
{
    /// <summary>The longest message that Teams takes, in bytes.</summary>
    public const int MostBytes = 28_000;

    /// <summary>Writes the message. Should it be too long for Teams, lines are left out from the end.</summary>
    public static byte[] Write(ChatView view)
    {
        var body = new JArray(Body(view));
        var card = Card(body, view);
        var bytes = ChatJson.Bytes(card);
        while (bytes.Length > MostBytes && body.Count > 1)
        {
            body.RemoveAt(body.Count - 1);
            bytes = ChatJson.Bytes(card);
        }

        return bytes;
    }

    private static JObject Card(JArray body, ChatView view) =>
        new()
        {
            ["type"] = "message",
            ["attachments"] = new JArray(
                new JObject
                {
                    ["contentType"] = "application/vnd.microsoft.card.adaptive",
                    ["contentUrl"] = JValue.CreateNull(),
                    ["content"] = new JObject
                    {
                        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                        ["type"] = "AdaptiveCard",
                        ["version"] = "1.4",
                        ["msteams"] = new JObject { ["width"] = "Full" },
                        ["body"] = body,
                        ["actions"] = new JArray(
                            view.Links.Select(link => new JObject
                            {
                                ["type"] = "Action.OpenUrl",
                                ["title"] = link.Text,
                                ["url"] = link.Url,
                            })
                        ),
                    },
                }
            ),
        };

    private static IEnumerable<JObject> Body(ChatView view)
    {
        var title = Run(view.Title);
        (title["weight"], title["size"], title["color"]) = ("bolder", "large", Colour(view.Tone));
        yield return Block(title);
        foreach (var row in view.Rows)
        {
            var run = Run(row.Replace(' ', '\u00A0')); // Cards fold spaces; these hold the columns.
            run["fontType"] = "monospace";
            yield return Block(run);
        }

        foreach (var line in view.Lines)
        {
            yield return Block(Run(line));
        }

        foreach (var news in view.News)
        {
            yield return Block(Run($"{news.When}: "), Headline(news), Run($" ({news.Source})"));
        }

        var footer = Run(view.Footer is "" ? "MarketAlerts" : view.Footer);
        (footer["isSubtle"], footer["size"]) = (true, "small");
        yield return Block(footer);
    }

    private static JObject Headline(ChatNews news)
    {
        var run = Run(news.Title);
        if (news.Url is { } url)
        {
            run["color"] = "accent";
            run["selectAction"] = new JObject { ["type"] = "Action.OpenUrl", ["url"] = url };
        }

        return run;
    }

    private static JObject Block(params JObject[] runs) =>
        new() { ["type"] = "RichTextBlock", ["inlines"] = new JArray(runs.Cast<object>()) };

    private static JObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = text };

    private static string Colour(Severity severity) =>
        severity switch
        {
            Severity.Severe => "attention",
            Severity.Notable => "warning",
            _ => "default",
        };
}
