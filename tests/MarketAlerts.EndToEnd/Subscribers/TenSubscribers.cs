using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Subscribers;

/// <summary>The founding day once more, with ten subscribers who want to be told in ten ways, replayed once for all tests of it.</summary>
public sealed class TenSubscribers : IAsyncLifetime
{
    private const string Watch = """
        [
          { "email": "default@example.com", "rules": ["#chips notable"] },
          { "email": "single@example.com", "rules": ["NVDA notable"] },
          { "email": "levels@example.com", "rules": ["NVDA falls 3% today", "NVDA falls 5% today", "NVDA falls 10% today", "NVDA falls 15% today", "NVDA falls 25% today"] },
          { "email": "quiet@example.com", "rules": ["MSFT falls 3% today", "#chips notable"], "timeZone": "Asia/Tokyo", "quietHours": { "from": "22:00", "to": "07:00", "severePasses": false } },
          { "email": "digest@example.com", "rules": ["any of #tech falls 3% today"], "digest": { "plain": "hourly", "notable": "hourly", "severe": "instant" } },
          { "email": "snoozed@example.com", "rules": ["NVDA falls 5% today", "MSFT falls 4% today"], "snooze": [{ "symbol": "NVDA", "until": "2025-01-27T17:00:00Z" }] },
          { "email": "capped@example.com", "rules": ["any of #tech falls 3% today", "any of #tech falls 5% today", "any of #tech falls 7% today"], "caps": { "perHour": 3 } },
          { "email": "hooked@example.com", "rules": ["#chips notable"], "channels": [{ "webhook": "secret:desk" }] },
          { "email": "twice@example.com", "rules": ["NVDA severe", "MSFT falls 4% today"], "channels": [{ "email": "twice@example.com" }, { "email": "phone@example.com", "from": "severe" }] },
          { "email": "news@example.com", "rules": ["news NVDA"] }
        ]
        """;

    private ReplayRun? _run;

    internal ReplayRun Run => _run!;

    internal IReadOnlyList<Posted> Posts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var desk = await FakeServer.StartAsync(Answers.Status(200));
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Scenario("deepseek-monday")))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        var watch = JObject.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "watch.json")));
        watch["subscribers"] = JArray.Parse(Watch);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "watch.json"), watch.ToString());
        _run = await ReplayRun.OfAsync(
            folder.Path,
            CancellationToken.None,
            new()
            {
                ["Webhooks:MasterKeys"] = TestKeys.Signing,
                ["Webhooks:AllowLoopback"] = "true",
                ["ChannelSecrets:desk"] = desk.Url + "/alerts",
            }
        );
        Posts = [.. desk.Posts];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
