using System.Text;
using MarketAlerts.Core.Levels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>
/// What a message in a chat shows, before it takes the chat's shape: plain text in short pieces, clean of control characters. Headlines are
/// other people's words: whoever puts them into a chat makes sure that nothing in them works as markup or calls somebody.
/// </summary>
/// <param name="Title">One sentence that says what happened.</param>
/// <param name="Tone">How bad.</param>
/// <param name="Rows">The members table in columns of one width, the heading first; empty for none.</param>
/// <param name="Lines">Whole sentences.</param>
/// <param name="News">What was published.</param>
/// <param name="Footer">The latency receipt.</param>
/// <param name="Links">What the subscriber can do about it.</param>
internal sealed record ChatView(
    string Title,
    Severity Tone,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Lines,
    IReadOnlyList<ChatNews> News,
    string Footer,
    IReadOnlyList<ChatLink> Links
);

/// <summary>A link that the subscriber can follow.</summary>
/// <param name="Text">What it does.</param>
/// <param name="Url">Where it goes.</param>
internal sealed record ChatLink(string Text, string Url);

/// <summary>One story in a chat.</summary>
/// <param name="When">When it came out, in market time.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Source">Who has it.</param>
/// <param name="Url">Where to read it, or null.</param>
internal sealed record ChatNews(string When, string Title, string Source, string? Url);

/// <summary>Bytes of a document.</summary>
internal static class ChatJson
{
    public static byte[] Bytes(JObject document) => Encoding.UTF8.GetBytes(document.ToString(Formatting.None));
}
