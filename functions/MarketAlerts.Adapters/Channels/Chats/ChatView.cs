using MarketAlerts.Core.Incidents;

namespace MarketAlerts.Adapters.Channels.Chats;

/// <summary>
/// What a message in a chat shows, before it takes the chat's shape: plain text in short pieces, clean of control characters. Headlines are other people's words: whoever
/// puts them into a chat makes sure that nothing in them works as markup or calls somebody.
/// </summary>
/// <param name="Title">One sentence that says what happened.</param>
/// <param name="Tone">How bad.</param>
/// <param name="Rows">The members table in columns of one width, the heading first; empty for none.</param>
/// <param name="Lines">Whole sentences.</param>
/// <param name="News">What was published.</param>
/// <param name="Footer">The latency receipt.</param>
/// <param name="Links">What the subscriber can do about it.</param>
public sealed record ChatView(
    string Title,
    Severity Tone,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Lines,
    IReadOnlyList<ChatNews> News,
    string Footer,
    IReadOnlyList<ChatLink> Links
);
