using Azure.Data.Tables;
using Azure.Storage.Queues;
using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Commands;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;
using MarketAlerts.Testing.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.LocalHost.Tests.Commands;

/// <summary>The commands on tables of their own.</summary>
public sealed class OperatorCommandsTests : IAsyncDisposable
{
    private const string Watch = """
        {
          "baskets": [{ "name": "chips", "members": ["NVDA", "AMD"] }],
          "feeds": [{ "name": "wire", "url": "https://example.com/rss.xml", "everyMinutes": 5 }],
          "subscribers": [{ "email": "ana@example.com", "timeZone": "America/New_York", "rules": ["NVDA falls 5% today", "#chips notable"] }]
        }
        """;

    private readonly TableSet _tables = new(TestStorage.Tables(), TestStorage.OwnPrefix());
    private readonly ServiceProvider _services;

    public OperatorCommandsTests() => _services = Build(4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Apply_ShowsTheDifference_EntersIt_AndChangesNothingTheSecondTime()
    {
        const string Difference = """
              + basket chips (2 members)
              + symbol AMD
              + symbol NVDA
              + feed wire
              + subscriber ana@example.com
                + rule NVDA falls 5% today
                + rule #chips notable
            7 added, 0 changed, 0 removed, 0 left alone. What the file does not name stays as it is.

            """;
        (await ApplyAsync(Watch, dryRun: true)).ShouldBe(Difference + "Nothing was written: --dry-run.\n");
        (await RowsAsync()).ShouldBe(0);

        (await ApplyAsync(Watch)).ShouldBe(Difference + "Done. Who is new gets a welcome within a minute, from the host that runs.\n");
        var entered = await RowsAsync();

        (await ApplyAsync(Watch)).ShouldEndWith(
            "0 added, 0 changed, 0 removed, 5 left alone. What the file does not name stays as it is.\nNothing changed.\n"
        );
        (await RowsAsync()).ShouldBe(entered);
    }

    [Fact]
    public async Task Apply_WelcomesANewSubscriber_Once()
    {
        await ApplyAsync(Watch);
        await ApplyAsync(Watch);

        var recipients = SubscriberStores.Of(_services);
        var waiting = await recipients.Deliveries.GetWaitingAsync(
            (await recipients.Profiles.BucketsAsync(Token)).BucketOf(SubscriberId.FromAddress("ana@example.com")),
            Token
        );
        waiting
            .ShouldHaveSingleItem()
            .Item!.Entries.ShouldHaveSingleItem()
            .Notice!.Text.ShouldStartWith("You have 2 rules: NVDA falls 5% today; #chips notable.");
    }

    [Fact]
    public async Task Apply_LeavesWhatTheFileDoesNotName()
    {
        await ApplyAsync(Watch);

        var said = await ApplyAsync(
            """{ "subscribers": [{ "email": "ben@example.com", "timeZone": "Europe/Berlin", "rules": ["KO falls 3% today"] }] }"""
        );

        said.ShouldStartWith(
            "  + symbol KO\n  + subscriber ben@example.com\n    + rule KO falls 3% today\n3 added, 0 changed, 0 removed, 0 left alone."
        );
        (
            await _services.GetRequiredService<IProfileStore>().LoadProfileAsync(SubscriberId.FromAddress("ana@example.com"), Token)
        )!.Rules.Count.ShouldBe(2);
        (await _services.GetRequiredService<ICatalogStore>().LoadAsync(Token)).Feeds.Keys.ShouldBe(["wire"]);
    }

    [Fact]
    public async Task Forget_SaysHowMuchThatWas_AndNothingTheSecondTime()
    {
        await ApplyAsync(Watch);

        (await ForgetAsync(dryRun: true)).ShouldEndWith(
            "  profile: 1\nThis is known of ana@example.com. Nothing was deleted: --dry-run.\n"
        );
        var said = await ForgetAsync();
        said.ShouldStartWith("  subscriptions: 3\n");
        said.ShouldEndWith(
            "  profile: 1\nThis was known of ana@example.com and is deleted. A watch file that still names them enters them again.\n"
        );

        (await ForgetAsync()).ShouldEndWith("Nothing is known of ana@example.com.\n");
        (await ApplyAsync(Watch)).ShouldContain("+ subscriber ana@example.com");
    }

    [Fact]
    public async Task Rebuild_SaysHowManyOfEach_AndWhatToDoWithoutACatalog()
    {
        await ApplyAsync(Watch);
        await (await _tables.Subscriptions).DeleteAsync(Token);
        await (await _tables.Subscriptions).CreateAsync(Token);

        (await RebuildAsync()).ShouldBe(
            (
                0,
                "  subscriptions there: 0\n  subscriptions added: 3\n  subscriptions removed: 0\n  levels added: 0\n  levels "
                    + "removed: 0\nSubscriptions and levels are those of the profiles.\n"
            )
        );

        await (await _tables.Catalog).DeleteAsync(Token);
        await using var anew = Build(4);
        await (await _tables.Catalog).CreateAsync(Token);
        var says = new StringWriter { NewLine = "\n" };
        (await ActivatorUtilities.CreateInstance<RebuildCommand>(anew, says).RunAsync(false, Token)).ShouldBe(1);
        says.ToString()
            .ShouldStartWith("2 rules of the profiles name a symbol or basket that the catalog does not know, so nothing was done");
    }

    // The command entered her with 4 buckets; an app whose settings say 64, as the default is, finds her all the same.
    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(1)]
    public async Task Apply_IsFound_WhateverNumberOfBucketsTheAppIsSetTo(int buckets)
    {
        await ApplyAsync(Watch);
        await using var app = Build(buckets);
        var recipients = SubscriberStores.Of(app);

        (await recipients.Profiles.BucketsAsync(Token)).All.Count.ShouldBe(4);
        (await recipients.Profiles.LoadProfileAsync(SubscriberId.FromAddress("ana@example.com"), Token)).ShouldNotBeNull();
        (await app.GetRequiredService<DuePlanner>().PlanAsync(Token)).ShouldBeGreaterThan(0, "her welcome waits");
    }

    [Theory]
    [InlineData("--queue is one of quote-pages, news-feeds, splits, market-events, deliveries.", "redrive", "--queue", "mails")]
    [InlineData("There is no file nowhere.json.", "apply", "--watch", "nowhere.json")]
    [InlineData(
        "--tables is the address of a deployment's tables: https://ACCOUNT.table.core.windows.net.",
        "rebuild",
        "--tables",
        "http://a.table.core.windows.net"
    )]
    public async Task RunAsync_SaysWhatIsRight_WhenAnArgumentIsNot(string message, params string[] arguments) =>
        (
            await Should.ThrowAsync<FormatException>(() => LocalHostApp.RunAsync(arguments, new CommandRun(Account, TextWriter.Null)))
        ).Message.ShouldBe(message);

    // Port 9 of this machine: nobody listens there.
    [Fact]
    public async Task RunAsync_SaysSo_WhenTheAccountCannotBeReached()
    {
        var says = new StringWriter { NewLine = "\n" };
        string[] nobody =
        [
            "--Storage:ConnectionString=DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;QueueEndpoint=htt"
                + "p://127.0.0.1:9/devstoreaccount1",
        ];

        var code = await LocalHostApp.RunAsync(["redrive", "--queue", "splits"], new CommandRun(nobody, says));

        (code, says.ToString()).ShouldBe((1, "The account cannot be reached: check its address and the network.\n"));
    }

    // By the command's own way in, over the wire.
    [Fact]
    public async Task Redrive_ReachesTheEmulator_WhenTheSettingsNameIt()
    {
        await using var broker = BrokerDouble.Start(TimeProvider.System, "splits");
        broker
            .DeadLetters("splits")
            .Put(
                new BrokerMessage
                {
                    Id = "p0000.NVDA",
                    Body = MessageCodec.Write(new DueBucket("b0000"), "p0000.NVDA", TimeProvider.System.GetUtcNow()),
                }
            );
        var says = new StringWriter { NewLine = "\n" };

        var code = await LocalHostApp.RunAsync(
            ["redrive", "--queue", "splits"],
            new CommandRun([.. Account, $"--ServiceBus={broker.ConnectionString}"], says)
        );

        (code, says.ToString()).ShouldBe((0, "  p0000.NVDA  due-bucket 1  reason not known  0 min\n1 put back into splits, 0 left.\n"));
        broker.Queue("splits").Messages.ShouldHaveSingleItem().Id.ShouldBe("p0000.NVDA~1");
    }

    [Fact]
    public async Task Redrive_TellsEachLetter_AndPutsItBack()
    {
        var name = TestStorage.Unique("queue");
        var queue = await StorageQueue.OpenAsync(new QueueServiceClient(TestStorage.ConnectionString), name, Token);
        await queue.SendAsync(
            new OutgoingMessage(
                name,
                "b0000.20250127T143000",
                MessageCodec.Write(new DueBucket("b0000"), "b0000.20250127T143000", TimeProvider.System.GetUtcNow())
            ),
            TimeSpan.Zero,
            Token
        );
        await queue.PoisonAsync((await queue.ReceiveAsync(1, TimeSpan.FromMinutes(1), Token))[0], Token);

        (await RedriveAsync(name, true)).ShouldBe(
            $"  b0000.20250127T143000  due-bucket 1  reason not known  0 min\n1 would be put back into {name}, 0 left. Nothing was "
                + $"moved: --dry-run.\n"
        );
        (await RedriveAsync(name, false)).ShouldEndWith($"1 put back into {name}, 0 left.\n");
        (await RedriveAsync(name, false)).ShouldBe($"{name} has no dead letters.\n");
        (await queue.CountAsync(Token)).ShouldBe(1);
    }

    private static string[] Account => [$"--Storage:ConnectionString={TestStorage.ConnectionString}"];

    private static async Task<string> RedriveAsync(string queue, bool dryRun)
    {
        var says = new StringWriter { NewLine = "\n" };
        var letters = new StorageDeadLetters(new QueueServiceClient(TestStorage.ConnectionString));
        (
            await new RedriveCommand(letters, new Core.Stages.Operations.RetentionOptions(), TimeProvider.System, says).RunAsync(
                queue,
                dryRun,
                Token
            )
        ).ShouldBe(0);
        return says.ToString();
    }

    private ServiceProvider Build(int buckets)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:ConnectionString"] = TestStorage.ConnectionString,
                    ["Delivery:Buckets"] = $"{buckets}",
                }
            )
            .Build();
        return OperatorServices.Build(settings, services => services.AddSingleton(_tables));
    }

    private async Task<string> ApplyAsync(string json, bool dryRun = false)
    {
        var says = new StringWriter { NewLine = "\n" };
        var file = WatchFileParser.Read("watch.json", json, new HashSet<Symbol>());
        (await ActivatorUtilities.CreateInstance<ApplyCommand>(_services, says).RunAsync(file, dryRun, Token)).ShouldBe(0);
        return says.ToString();
    }

    private async Task<string> ForgetAsync(bool dryRun = false)
    {
        var says = new StringWriter { NewLine = "\n" };
        (await ActivatorUtilities.CreateInstance<ForgetCommand>(_services, says).RunAsync("ana@example.com", dryRun, Token)).ShouldBe(0);
        return says.ToString();
    }

    private async Task<(int Code, string Said)> RebuildAsync()
    {
        var says = new StringWriter { NewLine = "\n" };
        return (await ActivatorUtilities.CreateInstance<RebuildCommand>(_services, says).RunAsync(false, Token), says.ToString());
    }

    private async Task<int> RowsAsync()
    {
        var count = 0;
        foreach (var table in new[] { _tables.Catalog, _tables.Market, _tables.Subscriptions, _tables.Subscribers })
        {
            count += await (await table).QueryAsync<TableEntity>(cancellationToken: Token).CountAsync(Token);
        }

        return count;
    }
}
