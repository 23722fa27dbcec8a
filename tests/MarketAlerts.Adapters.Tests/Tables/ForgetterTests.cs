using Azure;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Ana has a row of every kind, and so has Ben, who stays.</summary>
public sealed class ForgetterTests
{
    private const string AllOfAna =
        "subscriptions 4, rules awaiting news 1, waiting 2, mails 1, incidents told 1, ledger 1, votes 1, claims of once rules 1, "
        + "history 1, marks of what was filed 1, profile 1";

    private const string Nothing =
        "subscriptions 0, rules awaiting news 0, waiting 0, mails 0, incidents told 0, ledger 0, votes 0, claims of once rules 0, "
        + "history 0, marks of what was filed 0, profile 0";

    private readonly GivenAccount _account = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ForgetAsync_RemovesEveryRowOfAna_AndNoneOfBen()
    {
        await FillAsync();
        await _account.EnterAsync(GivenAccount.Ben);
        var ofBen = await _account.DerivedAsync();
        ofBen.ShouldNotBeEmpty();

        (await ForgetAsync(dryRun: true)).ShouldBe(AllOfAna);
        (await ForgetAsync()).ShouldBe(AllOfAna);

        (await NamingAsync(GivenAccount.Ana.Id)).ShouldBeEmpty();
        (await NamingAsync(GivenAccount.Ben.Id)).Length.ShouldBe(
            11,
            "profile, history, two that wait, mail, told, ledger, vote, once, marks and the rule awaiting news"
        );
        (await _account.DerivedAsync()).Count(row => row.Contains(GivenAccount.Ben.Id.Text, StringComparison.Ordinal)).ShouldBe(2);
    }

    // Ben has the fall of 5 % as well, Ana alone the price and the basket, whose own levels stay as they are nobody's.
    [Fact]
    public async Task ForgetAsync_GivesTheLevelsBack_ThatNobodyElseWants()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);

        await ForgetAsync();

        var levels = (await _account.DerivedAsync()).Where(row =>
            row.StartsWith("level NVDA ", StringComparison.Ordinal) || row.StartsWith("level AMD ", StringComparison.Ordinal)
        );
        levels.ShouldBe(["level AMD DayMove Up 40000", "level NVDA DayMove Down 50000"]);
    }

    [Fact]
    public async Task ForgetAsync_FindsNothing_TheSecondTime()
    {
        await FillAsync();
        await ForgetAsync();

        (await ForgetAsync()).ShouldBe(Nothing);
    }

    // Each time one request more goes well; the profile is the last to go, so until then somebody who asks again is told that there is
    // something.
    [Fact]
    public async Task ForgetAsync_IsFinishedByTheNext_WhereverItIsCutShort()
    {
        await FillAsync();
        var finished = false;
        for (var requests = 4; !finished; requests += 3)
        {
            var fuse = new FusePolicy(requests);
            var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
            options.AddPolicy(fuse, Azure.Core.HttpPipelinePosition.PerCall);
            var account = new GivenAccount(new TableSet(new TableServiceClient(TestStorage.ConnectionString, options), _account.Prefix));
            try
            {
                await account.Forgetter.ForgetAsync(GivenAccount.Ana.Email, false, Token);
                finished = true;
            }
            catch (RequestFailedException)
            {
                (
                    await _account.Subscribers.Profiles.LoadProfileAsync(GivenAccount.Ana.Id, Token) is null
                    && (await NamingAsync(GivenAccount.Ana.Id)).Length > 0
                ).ShouldBeFalse();
            }
        }

        (await NamingAsync(GivenAccount.Ana.Id)).ShouldBeEmpty();
        (await ForgetAsync()).ShouldBe(Nothing);
    }

    // A marker names both: it stays for Ben, to whom the message is not filed again.
    [Fact]
    public async Task ForgetAsync_LeavesTheMarker_ToTheOthers()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);
        DeliveryItem[] items = [ItemOf(GivenAccount.Ana, "m1"), ItemOf(GivenAccount.Ben, "m1")];
        await _account.Subscribers.Deliveries.FileAsync("m1", items, Token);
        foreach (var waiting in await WaitingAsync())
        {
            await _account.Subscribers.Deliveries.HoldAsync(
                [(new HeldItem(waiting, null, DeliveryReason.NoAddress, "Because."), LedgerOf(GivenAccount.Ben))],
                Token
            );
        }

        await ForgetAsync();
        await _account.Subscribers.Deliveries.FileAsync("m1", [ItemOf(GivenAccount.Ben, "m1")], Token);

        (await WaitingAsync()).ShouldBeEmpty();
    }

    private async Task<List<Waiting>> WaitingAsync()
    {
        var all = new List<Waiting>();
        foreach (var bucket in (await _account.Subscribers.Profiles.BucketsAsync(Token)).All)
        {
            all.AddRange(await _account.Subscribers.Deliveries.GetWaitingAsync(bucket, Token));
        }

        return all;
    }

    private async Task FillAsync()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);
        foreach (var subscriber in new[] { GivenAccount.Ana, GivenAccount.Ben })
        {
            var given = new GivenSubscriber(subscriber, _account.Subscribers);
            await given.FileAsync(given.Item("m1"));
            (await given.ClaimAsync(given.Mail([]))).ShouldBeTrue();
            await new TableVoteStore(_account.Tables, _account.Subscribers.Profiles).SaveAsync(
                new Vote(
                    subscriber.Id,
                    "NVDA-down-20250127",
                    1,
                    Rule.FromText("NVDA below 100 once"),
                    VoteKind.Useful,
                    GivenSubscriber.Now
                ),
                Token
            );
            await _account.Subscribers.Onces.ClaimOnceAsync(subscriber.Id, Rule.FromText("NVDA below 100 once"), "m1", Token);
            await _account.Awaiting.AddAsync(GivenRetention.Awaiting(subscriber.Id, GivenMarket.Day), Token);
        }
    }

    /// <summary>Every row in which an id stands, but for the subscriptions.</summary>
    private async Task<string[]> NamingAsync(SubscriberId subscriber)
    {
        TableEntity[] rows =
        [
            .. await GivenAccount.RowsAsync(_account.Tables.Subscribers),
            .. (await GivenAccount.RowsAsync(_account.Tables.Subscriptions)).Where(row =>
                row.PartitionKey.StartsWith("await|", StringComparison.Ordinal)
            ),
        ];
        return
        [
            .. rows.Where(row =>
                    row.RowKey.Contains(subscriber.Text, StringComparison.Ordinal)
                    || row.Select(column => column.Value)
                        .OfType<string>()
                        .Any(text => text.Contains(subscriber.Text, StringComparison.Ordinal))
                )
                .Select(row => row.RowKey),
        ];
    }

    private DeliveryItem ItemOf(Subscriber subscriber, string id) => new GivenSubscriber(subscriber, _account.Subscribers).Item(id);

    private LedgerEntry LedgerOf(Subscriber subscriber) =>
        new GivenSubscriber(subscriber, _account.Subscribers).Ledger(DeliveryStep.Dropped);

    private async Task<string> ForgetAsync(bool dryRun = false) =>
        string.Join(
            ", ",
            (await _account.Forgetter.ForgetAsync(GivenAccount.Ana.Email, dryRun, Token)).Select(count => $"{count.Kind} {count.Count}")
        );
}
