using MarketAlerts.Core.Mail;
using MarketAlerts.EndToEnd.Running;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// The first half hour of the quiet day, with one subscriber who asks for a line at each open: nobody is told anything else.
/// </summary>
public sealed class ProofOfLifeTests
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replay_TellsTheOpenOnce_ToWhoAsksForIt()
    {
        using var folder = new TemporaryFolder();
        var (reader, rules) = await CopyAsync(Repository.Scenario("quiet-day"), folder.Path);

        var run = await ReplayRun.OfAsync(folder.Path, Stopping);

        var mail = run.Report.Mails.ShouldHaveSingleItem();
        (mail.Subscriber, mail.Kind, mail.State).ShouldBe((reader, MailKind.ProofOfLife, MailState.Sent));
        mail.SentAt.ShouldBe(new DateTimeOffset(2025, 2, 19, 14, 31, 9, TimeSpan.Zero));
        mail.Subject.ShouldBe($"Watching your {rules} rules on Wednesday 19 February");
        var text = string.Join(
            ' ',
            run.Received.ShouldHaveSingleItem().Message.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        text.ShouldStartWith($"[Watching] since 09:30 ET Watching your {rules} rules on Wednesday 19 February.");
        text.ShouldContain("The market is open until 16:00 ET. The newest quote is of 09:31:00 ET, 9 s old.");
    }

    private static async Task<(string Reader, int Rules)> CopyAsync(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        var scenario = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(from, "scenario.json"), Stopping));
        scenario["to"] = "2025-02-19T15:00:00Z";
        await File.WriteAllTextAsync(Path.Combine(to, "scenario.json"), scenario.ToString(), Stopping);
        var watch = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(from, "watch.json"), Stopping));
        var reader = (JObject)watch["subscribers"]!.First(subscriber => subscriber["rules"]!.Count() > 1);
        reader.Remove("quietHours");
        reader["proofOfLife"] = true;
        await File.WriteAllTextAsync(Path.Combine(to, "watch.json"), watch.ToString(), Stopping);
        return (reader["email"]!.Value<string>()!, reader["rules"]!.Count());
    }
}
