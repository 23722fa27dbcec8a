using MarketAlerts.Adapters.Tests.Channels.Smtp;
using MarketAlerts.Adapters.Tests.Channels.Webhooks;

namespace MarketAlerts.Adapters.Tests.Channels;

/// <summary>docs/channels.md says what the tests hold the channels to.</summary>
public sealed class ChannelDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository(), "docs", "channels.md"));

    [Fact]
    public void SmtpReplies_AreListed_WithWhatFollows() =>
        TableUnder("### What a mail server's reply leads to").ShouldBe(SmtpReplyCases.All.Select(reply => reply.Line));

    [Fact]
    public void Statuses_AreListed_WithWhatFollows() =>
        TableUnder("### What a status leads to")
            .ShouldBe(WebhookAnswerCases.All.Select(row => $"| {string.Join(", ", row.Statuses)} | `{row.Outcome}` | `{row.Fault}` |"));

    private static IEnumerable<string> TableUnder(string heading) =>
        Lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Skip(2);

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MarketAlerts.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
