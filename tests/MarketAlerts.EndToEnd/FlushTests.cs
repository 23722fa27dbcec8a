using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// The flush under trouble: the production composition on Azurite, only clock, flush requests and mail channel are the test's.
/// </summary>
public sealed class FlushTests
{
    private static readonly Subscriber Ada = Subscriber("ada@example.com");
    private static readonly Subscriber Ben = Subscriber("ben@example.com");

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flush_MailsEverybodyElse_WhenOneSubscriberFails()
    {
        await using var desk = await WorldAsync(Ada, Ben);
        desk.Channel.Throws = mail => mail.To.Address == Ada.Email;

        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));

        desk.Channel.Got.Select(mail => mail.To.Address).ShouldBe([Ada.Email, Ben.Email], ignoreOrder: true);
        (await StatesAsync(desk)).ShouldBe(["ada@example.com Claimed", "ben@example.com Sent"], ignoreOrder: true);
    }

    // 60 addresses, of which a watch file takes 5: two rows each, and a transaction holds 100.
    [Fact]
    public async Task Flush_MailsEverybodyElse_WhenTheMailOfOneSubscriberCannotBeWrittenDown()
    {
        var addresses = Enumerable
            .Range(0, 60)
            .Select(number => new ChannelChoice(ChannelAddress.Email($"ada{number}@example.com"), Severity.Plain, false));
        await using var desk = await WorldAsync(Ada with { Channels = [.. addresses] }, Ben);

        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));

        desk.Channel.Got.ShouldHaveSingleItem().To.Address.ShouldBe(Ben.Email);
        (await StatesAsync(desk)).ShouldBe(["ben@example.com Sent"]);
    }

    [Fact]
    public async Task Route_WakesABucketUnderOneId_ForAllPagesOfAPoll()
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        await desk.EnterAsync([], [Ada, Ben], Stopping);
        await desk.RouteTheOpeningAsync(Stopping);
        desk.Time.Advance(TimeSpan.FromSeconds(9));
        await desk.RouteTheOpeningAsync(Stopping, "p0001.20250127T143000.000");

        var flushRequests = desk.Published.Where(message => message.Queue is QueueNames.Deliveries).ToArray();
        flushRequests
            .Select(message => (message.Id, message.NotBefore))
            .ShouldBe(Enumerable.Repeat<(string, DateTimeOffset?)>(("b0000.20250127T143030", desk.Time.GetUtcNow().AddSeconds(21)), 2));
    }

    [Fact]
    public async Task Flush_SendsAnUnrecordedMailOnce_WhenTwoFlushesFindItAtOnce()
    {
        await using var desk = await WorldAsync(Ada);
        desk.Channel.Throws = _ => true;
        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));
        desk.Channel.Throws = _ => false;
        desk.Time.Advance(TimeSpan.FromMinutes(3));

        await Task.WhenAll(desk.FlushAsync(Stopping), desk.FlushAsync(Stopping));

        desk.Channel.Got.Count.ShouldBe(2); // The one that failed and the one that went out.
        desk.Channel.Got.Select(mail => mail.Thread.MessageId).Distinct().ShouldHaveSingleItem();
        (await StatesAsync(desk)).ShouldBe(["ada@example.com Sent"]);
    }

    // Both are seen at 14:30:00 and wait 30 s; the one that fails goes out again at 14:33:30, 180 s beyond its wait. A look at 14:35 sees
    // both: too few to complain.
    [Fact]
    public async Task Flush_KeepsItsLatencies_ForAllInstances()
    {
        await using var desk = await WorldAsync(Ada, Ben);
        desk.Channel.Throws = mail => mail.To.Address == Ada.Email;
        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));
        desk.Channel.Throws = _ => false;
        desk.Time.Advance(TimeSpan.FromMinutes(3));
        await desk.FlushAsync(Stopping);

        var kept = await desk.Get<ILatencyStore>().ReadAsync(desk.Time.GetUtcNow().AddMinutes(-15), Stopping);

        kept.Counts.ShouldBe(LatencyHistogram.FromLatencies([TimeSpan.Zero, TimeSpan.FromSeconds(180)]).Counts);
        (await desk.Get<LatencyMonitor>().CheckAsync(Stopping)).ShouldBeFalse();
    }

    [Fact]
    public async Task Flush_SaysLate_WhenAMailWaitedForItsServer()
    {
        await using var desk = await WorldAsync(Ada);
        desk.Channel.Throws = _ => true;
        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));
        desk.Channel.Throws = _ => false;
        desk.Time.Advance(TimeSpan.FromHours(3));

        await desk.FlushAsync(Stopping);

        desk.Channel.Got.Select(mail => mail.Clock.IsLate).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Flush_DropsAnUnrecordedMail_WhenItsSubscriberUnsubscribedMeanwhile()
    {
        await using var desk = await WorldAsync(Ada);
        desk.Channel.Throws = _ => true;
        await Should.ThrowAsync<AggregateException>(() => desk.FlushAsync(Stopping));
        var link = desk.Get<IMailLinks>().LinksFor(Ada.Id, ChannelAddress.Email(Ada.Email), null, null, desk.Time.GetUtcNow()).Unsubscribe;
        var answer = await desk.Get<LinkVerifier>()
            .OpenAsync(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], LinkPurpose.Unsubscribe, Stopping);
        await desk.Get<Unsubscriber>().StopAddressAsync(answer.Visit!.Claim, Stopping);
        desk.Time.Advance(TimeSpan.FromMinutes(3));

        await desk.FlushAsync(Stopping);

        desk.Channel.Got.Count.ShouldBe(1);
        (await StatesAsync(desk)).ShouldBe(["ada@example.com Rejected"]);
    }

    // Whoever runs the server of one address writes there what they like, and would be quoted in our name at another one.
    [Theory]
    [InlineData(SendOutcome.Rejected)]
    [InlineData(SendOutcome.RetryAfter)]
    public async Task Flush_TellsNobodyWhatAServerSaid_WhenItRefuses(SendOutcome outcome)
    {
        const string words = "Your account is locked, sign in at https://evil.example";
        var team = ChannelAddress.Email("team@example.com");
        await using var desk = await WorldAsync(
            Ada with
            {
                Channels = [new(ChannelAddress.Email(Ada.Email), Severity.Plain, false), new(team, Severity.Plain, false)],
            }
        );
        desk.Channel.Answers = mail =>
            mail.To == team
                ? new SendResult(outcome, "550 5.1.1") { Fault = SendFault.Address, Said = words }
                : new SendResult(SendOutcome.Sent, "250 ok") { Said = words };

        await desk.FlushAsync(Stopping);
        await desk.FlushAsync(Stopping);

        var told = desk.Channel.Got.Last();
        (told.To.Address, string.Join('|', told.Notices!)).ShouldBe(
            (
                Ada.Email,
                "Messages to email t…@example.com come back (550 5.1.1). Nothing is sent there any more, until you enter the address again."
            )
        );
        var stored = await desk.Get<IProfileStore>().LoadProfileAsync(Ada.Id, Stopping);
        var ledger = await desk.Get<ILedgerStore>().ReadLedgerAsync(Ada.Id, Stopping).Select(entry => entry.Reason).ToListAsync(Stopping);
        string.Join('|', ledger.Append(StoredJson.Write(stored!)).Append(StoredJson.Write(told))).ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task Route_FilesOnce_WhenTheMessageIsDeliveredTwice()
    {
        await using var desk = await WorldAsync(Ada);
        await desk.RouteTheOpeningAsync(Stopping);

        await desk.FlushAsync(Stopping);
        await desk.RouteTheOpeningAsync(Stopping);
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        await desk.FlushAsync(Stopping);

        desk.Channel.Got.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Enter_WantsTheLevelsOfNewMembers_WhenABasketGrows()
    {
        await using var desk = await FlushWorld.OpenAsync(Stopping);
        var subscription = Subscriber("ada@example.com", "#chips notable");
        await desk.EnterAsync([new Basket("chips", [Symbol.Parse("NVDA")], null)], [subscription], Stopping);

        await desk.EnterAsync([new Basket("chips", [Symbol.Parse("NVDA"), Symbol.Parse("AMD")], null)], [subscription], Stopping);

        var catalog = await desk.Get<ICatalogStore>().LoadAsync(Stopping);
        var levels = LevelIndex.Build(
            [Symbol.Parse("NVDA"), Symbol.Parse("AMD")],
            await desk.Get<IMarketStore>().LoadLevelsAsync("p0000", Stopping),
            catalog
        );
        foreach (var row in new[] { 0, 1 })
        {
            levels.LevelsOf(row, MetricId.DayMove, Direction.Down).ToArray().ShouldBe([20_000]);
            levels.LevelsOf(row, MetricId.Tier, Direction.Down).ToArray().ShouldBe([10_000, 20_000]);
        }
    }

    private static async Task<FlushWorld> WorldAsync(params Subscriber[] subscribers)
    {
        var desk = await FlushWorld.OpenAsync(Stopping);
        await desk.EnterAsync([], subscribers, Stopping);
        await desk.RouteTheOpeningAsync(Stopping);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        return desk;
    }

    private static Subscriber Subscriber(string email, string rule = "NVDA falls 5% today") =>
        new(email, "America/New_York", [Rule.FromText(rule)], null, false);

    private static async Task<List<string>> StatesAsync(FlushWorld world) =>
        await world
            .Get<IDeliveryStore>()
            .ReadMailsAsync(Stopping)
            .Select(mail => $"{mail.Mail.To.Address} {mail.State}")
            .ToListAsync(Stopping);
}
