using System.Net;
using MarketAlerts.Testing.FunctionsHost;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>
/// What the real worker does when something is wrong: with settings it says all that is and ends; without data it lives and says so.
/// </summary>
public sealed class WorkerFailureTests
{
    /// <summary>Port 9 of this machine: nobody listens there.</summary>
    private const string NoTables =
        "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:9/nobody";

    private const string Watch = """{ "subscribers": [{ "email": "ada@example.com", "rules": ["NVDA falls 5% today"] }] }""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_EndsWithTheFullList_WhenSettingsAreWrong()
    {
        await using var world = await WorkerWorld.OpenAsync(Token);
        await using var host = await world.StartAsync(
            Token,
            ("Links__SigningKey", null),
            ("Email__Provider", "Pigeon"),
            ("Quotes__Sources__0", "ticker-tape"),
            ("Retention__FiledDays", "7")
        );

        (await host.WaitForEndAsync(Token)).ShouldNotBe(0);

        foreach (
            var wrong in new[]
            {
                "The SigningKey field is required.",
                "Email:Provider is Smtp, Acs or SendGrid.",
                "Quotes:Sources names only massive",
                "The field FiledDays must be between 8 and 400.",
            }
        )
        {
            host.Heard.ShouldContain(wrong);
        }
    }

    // The host gives a worker up that ends three times, and then nobody would hear why.
    [Fact]
    public async Task Worker_LivesAndSaysSo_WhenTablesCannotBeReadAtTheStart()
    {
        await using var world = await WorkerWorld.OpenAsync(Token);
        await using var host = await world.StartAsync(Token, ("Storage__ConnectionString", NoTables));
        await host.LoadAsync(Token);

        await HealthFailsAsync(host);
        // Its other looks need tables, too; it was told before they failed.
        await host.FireAsync("Watchdog", Token).ShouldThrowAsync<InvalidOperationException>();
        host.IsAlive.ShouldBeTrue();
        (await host.TerminateAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Worker_LivesAndSaysSo_WhenTablesCannotBeReadAnyMore()
    {
        await using var azurite = await Running.AzuriteServer.StartAsync();
        await using var world = await WorkerWorld.OpenAsync(Token);
        await using var host = await world.StartAsync(Token, ("Storage__ConnectionString", azurite.TakeAccount()));
        await host.LoadAsync(Token);
        using (var well = await host.SendAsync("Health", HttpMethod.Get, "/api/health", null, Token))
        {
            well.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await azurite.DisposeAsync();
        await host.FireAsync("PollQuotes", Token).ShouldThrowAsync<InvalidOperationException>();
        await HealthFailsAsync(host);
        host.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task Worker_StopsPollingAlone_WhenTheCalendarHasEnded()
    {
        await using var world = await WorkerWorld.OpenAsync(Token);
        var now = new DateTimeOffset(2029, 6, 1, 14, 10, 30, TimeSpan.Zero);
        await world.EnterAsync(Watch, Token);
        await using var host = await world.StartAsync(Token, ("MARKETALERTS_TEST_NOW", $"{now:O}"));
        await host.LoadAsync(Token);

        (await host.FireAsync("PollQuotes", Token).ShouldThrowAsync<InvalidOperationException>()).Message.ShouldContain(
            "The market calendar covers 2009-01-01 to 2028-12-31"
        );
        // Its looks at sources need the calendar; the calendar's own is the first.
        await host.FireAsync("Watchdog", Token).ShouldThrowAsync<InvalidOperationException>();
        Event(host, "CalendarEnded").ShouldContain("The market calendar ended on 2028-12-31: nothing is polled.");
        await EverythingElseWorksAsync(host, world, now);
    }

    [Fact]
    public async Task Worker_StopsPollingAlone_WhenThePlanIsTooSmall()
    {
        await using var world = await WorkerWorld.OpenAsync(Token);
        await world.EnterAsync(Watch, Token);
        await using var host = await world.StartAsync(Token, ("Quotes__Sources__0", "stooq"), ("Quotes__Stooq__CallsPerDay", "100"));
        await host.LoadAsync(Token);

        await host.FireAsync("PollQuotes", Token);

        world.Broker.Queue("quote-pages").Messages.ShouldBeEmpty();
        Event(host, "PlanTooSmall")
            .ShouldContain("stooq: 1 symbols take 1 calls a poll; 405 polls a day make 405, the plan allows 100 a day.");
        await EverythingElseWorksAsync(host, world, WorkerWorld.MondayMorning);
    }

    private static async Task EverythingElseWorksAsync(HostDouble host, WorkerWorld world, DateTimeOffset now)
    {
        await host.FireAsync("FlushDue", Token);
        using var stopped = await host.SendAsync(
            "Unsubscribe",
            HttpMethod.Post,
            world.UnsubscribeLink("ada@example.com", now),
            new FormUrlEncodedContent([]),
            Token
        );
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stopped.Content.ReadAsStringAsync(Token)).ShouldContain("You will get no more alerts");
        using var health = await host.SendAsync("Health", HttpMethod.Get, "/api/health", null, Token);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task HealthFailsAsync(HostDouble host)
    {
        using var health = await host.SendAsync("Health", HttpMethod.Get, "/api/health", null, Token);

        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ((string)JObject.Parse(await health.Content.ReadAsStringAsync(Token))["parts"]!["catalog"]!).ShouldBe("fails");
        Event(host, "TablesUnread").ShouldContain("The tables cannot be read: catalog.");
    }

    /// <summary>What was logged of a kind.</summary>
    private static string Event(HostDouble host, string name) =>
        string.Join('\n', host.Logs.Where(log => log.EventId == name).Select(log => log.Message));
}
