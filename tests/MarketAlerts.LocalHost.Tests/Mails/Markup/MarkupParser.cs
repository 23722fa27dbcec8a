using System.Net;
using System.Text.RegularExpressions;

namespace MarketAlerts.LocalHost.Tests.Mails.Markup;

/// <summary>Reads HTML strictly: every element is closed in its order, and nothing is guessed.</summary>
internal static partial class MarkupParser
{
    private static readonly HashSet<string> Void = ["meta", "br", "img"];

    /// <exception cref="FormatException">It is not strict; the message says where.</exception>
    public static MarkupElement Read(string html)
    {
        var root = new MarkupElement("(document)", new Dictionary<string, string>(), null);
        var open = root;
        for (var at = 0; at < html.Length; )
        {
            var token = Token().Match(html, at);
            if (!token.Success || token.Index != at)
            {
                throw new FormatException($"What is this: {html[at..Math.Min(html.Length, at + 60)]}");
            }

            at += token.Length;
            if (token.Groups["text"].Success)
            {
                open.Text += WebUtility.HtmlDecode(token.Value);
            }
            else if (token.Groups["close"].Success)
            {
                open =
                    open.Name == token.Groups["close"].Value
                        ? open.Parent!
                        : throw new FormatException(
                            $"</{token.Groups["close"].Value}> closes <{open.Name}> before {html[at..Math.Min(html.Length, at + 60)]}"
                        );
            }
            else if (token.Groups["open"].Success)
            {
                var element = new MarkupElement(token.Groups["open"].Value, Attributes(token.Groups["attributes"].Value), open);
                open.Children.Add(element);
                open = Void.Contains(element.Name) ? open : element;
                if (element.Name is "style")
                {
                    var end = html.IndexOf("</style>", at, StringComparison.Ordinal);
                    (element.Text, at) = (html[at..end], end);
                }
            }
        }

        return open == root ? root : throw new FormatException($"<{open.Name}> is not closed.");
    }

    private static Dictionary<string, string> Attributes(string text) =>
        Attribute().Matches(text).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));

    // Comments for Outlook are read as comments, as everybody else does.
    [GeneratedRegex(
        """(?<comment><!--.*?-->|<!DOCTYPE html>)|</(?<close>[a-z0-9]+)>|<(?<open>[a-z0-9]+)(?<attributes>(?:\s+[a-z:-]+="[^"<>]*")*)\s*>|(?<text>[^<>]+)""",
        RegexOptions.Singleline
    )]
    private static partial Regex Token();

    [GeneratedRegex("""([a-z:-]+)="([^"]*)"\s*""")]
    private static partial Regex Attribute();
}
