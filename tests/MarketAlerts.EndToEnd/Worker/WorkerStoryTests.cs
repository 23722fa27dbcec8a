using System.Net;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Testing.FunctionsHost;
using MarketAlerts.Testing.FunctionsHost.Contract;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>
/// The published app in its real worker: a quote becomes two mails, a link of one of them works, every function runs, and the process ends
/// when it is asked to.
/// </summary>
public sealed class WorkerStoryTests
{
    private const string Watch = """
        {
          "baskets": [{ "name": "chips", "members": ["NVDA", "AMD", "AVGO", "MU", "TXN"] }],
          "feeds": [{ "name": "wire", "url": "FEED", "everyMinutes": 1 }],
          "subscribers": [
            { "email": "ada@example.com", "rules": ["NVDA falls 5% today"] },
            { "email": "bob@example.com", "rules": ["NVDA falls 5.5% today"] },
            { "email": "eve@example.com", "rules": ["NVDA falls 7% today"] }
          ]
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_TellsWhoAsked_WhenAQuoteFallsSixPercent()
    {
        await using var world = await WorkerWorld.OpenAsync(Token);
        await world.EnterAsync(Watch.Replace("FEED", world.Feed, StringComparison.Ordinal), Token);
        foreach (var symbol in new[] { "NVDA", "AMD", "AVGO", "MU", "TXN" })
        {
            world.Prices[symbol] = (94, 100);
        }

        await using var host = await world.StartAsync(Token);
        await host.LoadAsync(Token);
        await host.FireAsync("PollQuotes", Token);
        await world.PumpAsync(host, Token);

        var alerts = world.Mails.Mails.Where(mail => mail.Message.Subject!.Contains("NVDA", StringComparison.Ordinal)).ToArray();
        alerts.SelectMany(mail => mail.To).ShouldBe(["ada@example.com", "bob@example.com"], ignoreOrder: true, host.Heard);
        alerts.ShouldAllBe(mail => mail.Message.Subject!.Contains("6.0%"));
        var link = MailLinks.Unsubscribe(alerts.Single(mail => mail.To.Contains("ada@example.com")).Message.TextBody!);
        await UnsubscribeAsync(host, link.PathAndQuery);
        await RunEveryTimerAsync(host, world);
        await host.DeliverAsync("RescaleRules", SplitThatIsDone(), Token);
        host.Invoked.ShouldBe(host.Functions.Keys, ignoreOrder: true);
        (await host.TerminateAsync(Token)).ShouldBe(0, host.Heard);
        host.Heard.ShouldNotContain(link.Query.Split('=')[^1]); // The token is the permission.
        host.Logs.Where(log => log.Level < RpcLog.Types.Level.Warning && TellsAddresses(log.Category))
            .Select(log => $"{log.Category}: {log.Message}")
            .ShouldBeEmpty();
        world.Secrets.Where(secret => host.Heard.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        host.Heard.ShouldNotContain("@example.com");
    }

    /// <summary>Over the worker's own server, to which the host passes requests on.</summary>
    private static async Task UnsubscribeAsync(HostDouble host, string link)
    {
        using var page = await host.SendAsync("Unsubscribe", HttpMethod.Get, link, null, Token);
        (page.StatusCode, (await page.Content.ReadAsStringAsync(Token)).Contains("Stop all alerts", StringComparison.Ordinal)).ShouldBe(
            (HttpStatusCode.OK, true)
        );
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var done = await host.SendAsync("Unsubscribe", HttpMethod.Post, link, new FormUrlEncodedContent([]), Token);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var action = await host.SendAsync("Action", HttpMethod.Get, "/api/action?do=pause&t=none", null, Token);
        action.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var health = await host.SendAsync("Health", HttpMethod.Get, "/api/health", null, Token);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Loggers of libraries that write down addresses of requests.</summary>
    private static bool TellsAddresses(string category) =>
        new[] { "Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Azure" }.Any(library =>
            category.StartsWith(library, StringComparison.Ordinal)
        );

    private static string SplitThatIsDone()
    {
        var request = new RescaleRequest("p0000", Symbol.Parse("NVDA"), new DateOnly(2025, 1, 27), WorkerWorld.MondayMorning);
        return MessageCodec.Write(request, "p0000.NVDA.20250127T143100", WorkerWorld.MondayMorning);
    }

    private static async Task RunEveryTimerAsync(HostDouble host, WorkerWorld world)
    {
        foreach (var timer in host.Functions.Values.Select(WorkerBinding.Of).Where(binding => binding.Schedule is not null))
        {
            await host.FireAsync(timer.Function, Token);
            await world.PumpAsync(host, Token);
        }
    }
}
