using System.Net;
using MarketAlerts.Testing.FunctionsHost;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>What the real worker exports, byte by byte: enough to see what happens, and nothing that is nobody's business.</summary>
public sealed class WorkerTelemetryTests
{
    private const string Address = "ada@example.com";
    private const string Watch = """{ "subscribers": [{ "email": "ada@example.com", "rules": ["NVDA falls 5% today"] }] }""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telemetry_HoldsWhatHappened_AndNoTokenAddressOrKey()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a process cannot be told whom to trust by a variable.");
        await using var telemetry = await TelemetryDouble.StartAsync();
        await using var world = await WorkerWorld.OpenAsync(Token);
        await world.EnterAsync(Watch, Token);
        world.Prices["NVDA"] = (94, 100);
        await using var host = await world.StartAsync(Token, telemetry.Settings);
        await host.LoadAsync(Token);

        await host.FireAsync("PollQuotes", Token);
        await world.PumpAsync(host, Token);
        await host.FireAsync("FlushDue", Token); // Her welcome, and with it a link.
        await world.PumpAsync(host, Token);
        var link = MailLinks.Unsubscribe(world.Mails.Mails.ShouldHaveSingleItem().Message.TextBody!);
        using (var page = await host.SendAsync("Unsubscribe", HttpMethod.Get, link.PathAndQuery, null, Token))
        {
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await host.FireAsync("Watchdog", Token);
        await host.DeliverAsync("Notify", "no envelope", Token).ShouldThrowAsync<InvalidOperationException>();
        (await host.TerminateAsync(Token)).ShouldBe(0, host.Heard);

        var told = telemetry.Received;
        told.ShouldContain("marketalerts."); // Our metrics,
        told.ShouldContain("ReadQuotes"); // traces,
        told.ShouldContain("Notify"); // and what failed.
        string[] secrets = [.. world.Secrets, .. telemetry.Secrets, link.Query.Split('=')[^1], Address];
        secrets
            .Where(secret =>
                told.Contains(secret, StringComparison.OrdinalIgnoreCase) || host.Heard.Contains(secret, StringComparison.OrdinalIgnoreCase)
            )
            .ShouldBeEmpty();
        telemetry
            .Asked.Where(path => path.Contains("QuickPulse", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty("live metrics are off unless asked for");
        host.Heard.ShouldNotContain("DataProtection");
    }

    [Fact]
    public async Task LiveMetrics_AreThere_WhenTheyAreAskedFor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a process cannot be told whom to trust by a variable.");
        await using var telemetry = await TelemetryDouble.StartAsync();
        await using var world = await WorkerWorld.OpenAsync(Token);
        await using var host = await world.StartAsync(Token, [.. telemetry.Settings, ("Telemetry__LiveMetrics", "true")]);
        await host.LoadAsync(Token);

        await telemetry.SeeAsync("QuickPulse", Token);
    }
}
