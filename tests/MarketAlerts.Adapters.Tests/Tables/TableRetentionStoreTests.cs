using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Storage notes the real time of each write, so "later" here is after today, and "earlier" before it.</summary>
public sealed class TableRetentionStoreTests
{
    private static readonly DateTimeOffset Later = TimeProvider.System.GetUtcNow().AddDays(1);
    private static readonly DateTimeOffset Earlier = TimeProvider.System.GetUtcNow().AddDays(-1);

    private readonly GivenAccount _account = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TableRetentionStore Store => new(_account.Tables, _account.Subscribers.Profiles, _account.Catalogs);

    [Theory]
    [InlineData(RetainedKind.Filed)]
    [InlineData(RetainedKind.Told)]
    [InlineData(RetainedKind.Mails)]
    public async Task RemoveAsync_LeavesWhatWasWrittenSince(RetainedKind kind)
    {
        await FillAsync(MailState.Sent);

        (await RemoveAsync(kind, Earlier)).ShouldBe(0);
        (await RemoveAsync(kind, Later)).ShouldBe(1);
        (await RemoveAsync(kind, Later)).ShouldBe(0);
    }

    [Fact]
    public async Task RemoveAsync_NeverRemovesWhatWaits_OrAMailThatIsToBeSent()
    {
        var reader = await FillAsync(MailState.Claimed);

        foreach (var kind in Enum.GetValues<RetainedKind>())
        {
            await RemoveAsync(kind, Later.AddDays(4_000));
        }

        (await reader.WaitingAsync()).Count.ShouldBe(2, "the item and the mail");
        var waiting = await reader.WaitingAsync();
        var mailbox = await reader.MailboxAsync(waiting);
        mailbox.Unsent.ShouldHaveSingleItem().Mail.Mail.Content.ShouldNotBeNull();
        mailbox.Subscriber.ShouldNotBeNull();
        mailbox.History.Told.Count.ShouldBe(1);
    }

    // The content of a mail is there a week longer.
    [Fact]
    public async Task RemoveAsync_RemovesAMailsStory_AWeekLater()
    {
        await FillAsync(MailState.Sent);

        (await RemoveAsync(RetainedKind.Mails, Later)).ShouldBe(1);
        (await RemoveAsync(RetainedKind.Mails, Later.AddDays(5))).ShouldBe(0);
        (await RemoveAsync(RetainedKind.Mails, Later.AddDays(7))).ShouldBe(1, "the story");

        (await RowKeysAsync()).ShouldNotContain(key =>
            key.StartsWith("story|", StringComparison.Ordinal) || key.StartsWith("mail|", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task RemoveAsync_KeepsTheMarksOfTheWelcome()
    {
        var reader = await FillAsync(MailState.Sent);
        await reader.FileAsync(reader.Item(WelcomeNotices.Id));

        (await RemoveAsync(RetainedKind.Filed, Later)).ShouldBe(1);

        (await RowKeysAsync()).ShouldContain(TableKeys.FiledOf(WelcomeNotices.Id, 0));
    }

    // Ledger and vote are of 27 January 2025, 14:31.
    [Theory]
    [InlineData(RetainedKind.Ledger)]
    [InlineData(RetainedKind.Votes)]
    public async Task RemoveAsync_GoesByTheTimeOfTheDecision(RetainedKind kind)
    {
        await FillAsync(MailState.Sent);

        (await RemoveAsync(kind, GivenSubscriber.Now)).ShouldBe(0);
        (await RemoveAsync(kind, GivenSubscriber.Now.AddSeconds(1))).ShouldBe(1);
    }

    [Fact]
    public async Task RemoveAsync_RemovesAsManyAsAskedFor_AndTheRestNextTime()
    {
        var reader = new GivenSubscriber(GivenAccount.Ana, _account.Subscribers);
        await reader.FileAsync(250);

        (await RemoveAsync(RetainedKind.Filed, Later, most: 120)).ShouldBe(120);
        (await RemoveAsync(RetainedKind.Filed, Later)).ShouldBe(130, "more than a transaction holds");
        (await reader.WaitingAsync()).Count.ShouldBe(250);
    }

    [Fact]
    public async Task RemoveAsync_GoesByTheSession_OfClosesAndIncidentsAndRulesAwaitingNews()
    {
        await _account.EnterAsync(GivenAccount.Ben);
        var (nvda, day) = (Symbol.Parse("NVDA"), GivenMarket.Day);
        await new TableHistoryStore(_account.Tables).SaveAsync(
            nvda,
            [new DailyClose(day.AddDays(-1), 100, 1), new DailyClose(day, 101, 1)],
            Token
        );
        await (await _account.Tables.Incidents).AddEntityAsync(new TableEntity(TableKeys.Session(day.AddDays(-1)), "a"), Token);
        await (await _account.Tables.Incidents).AddEntityAsync(new TableEntity(TableKeys.Session(day), "a"), Token);
        await _account.Awaiting.AddAsync(GivenRetention.Awaiting(GivenAccount.Ben.Id, day.AddDays(-1)), Token);
        await _account.Awaiting.AddAsync(GivenRetention.Awaiting(GivenAccount.Ben.Id, day), Token);

        foreach (var kind in new[] { RetainedKind.History, RetainedKind.Incidents, RetainedKind.AwaitingNews })
        {
            (await RemoveAsync(kind, GivenSubscriber.Now)).ShouldBe(1, $"{kind}");
            (await RemoveAsync(kind, GivenSubscriber.Now)).ShouldBe(0, $"{kind}");
        }

        (await GivenAccount.RowsAsync(_account.Tables.Incidents)).ShouldHaveSingleItem().PartitionKey.ShouldBe("20250127");
        (await GivenAccount.RowsAsync(_account.Tables.Subscriptions)).Length.ShouldBe(3, "Ben's two rules, and the one of that day");
    }

    [Fact]
    public async Task RemoveAsync_RemovesOldVerdicts_AndLeavesThePage()
    {
        await _account.EnterAsync(GivenAccount.Ben);
        var table = await _account.Tables.Market;
        await table.AddEntityAsync(new TableEntity("p0000", TableKeys.VerdictsOf(GivenSubscriber.Now)), Token);
        await table.AddEntityAsync(new TableEntity("p0000", TableKeys.VerdictsOf(GivenSubscriber.Now.AddMinutes(1))), Token);
        var before = await _account.DerivedAsync();

        (await RemoveAsync(RetainedKind.Verdicts, GivenSubscriber.Now.AddMinutes(1))).ShouldBe(1);

        (await _account.DerivedAsync()).ShouldBe(before);
        (await _account.Market.LoadPageAsync("p0000", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task RemoveAsync_RemovesAStoryEverywhere()
    {
        var store = new TableNewsStore(_account.Tables);
        var (old, young) = (
            GivenRetention.Story("old", GivenSubscriber.Now),
            GivenRetention.Story("young", GivenSubscriber.Now.AddDays(1))
        );
        await store.AddAsync([old, young], Token);

        (await RemoveAsync(RetainedKind.News, GivenSubscriber.Now.AddHours(1))).ShouldBe(1);

        (await store.LoadRecentAsync(GivenSubscriber.Now.AddDays(-1), Token)).ShouldHaveSingleItem().Id.ShouldBe("young");
        (await GivenAccount.RowsAsync(_account.Tables.News)).Length.ShouldBe(3, "the young one among all, and under both it is about");
    }

    [Fact]
    public async Task PartsAsync_AreBucketsPagesSymbolsOrTheWhole()
    {
        await _account.EnterAsync(GivenAccount.Ben);

        (await Store.PartsAsync(RetainedKind.Ledger, Token)).ShouldBe(["b0000", "b0001"]);
        (await Store.PartsAsync(RetainedKind.Verdicts, Token)).ShouldBe(["p0000"]);
        (await Store.PartsAsync(RetainedKind.History, Token)).ShouldBe(["AMD", "NVDA"]);
        (await Store.PartsAsync(RetainedKind.News, Token)).Count.ShouldBe(1);
    }

    /// <summary>Ana with a profile, an item that waits, a mail in a state, and a line of everything.</summary>
    private async Task<GivenSubscriber> FillAsync(MailState state)
    {
        await _account.EnterAsync(GivenAccount.Ana);
        var reader = new GivenSubscriber(GivenAccount.Ana, _account.Subscribers);
        await reader.FileAsync(reader.Item("m1"));
        var mail = reader.Mail([]);
        (await reader.ClaimAsync(mail)).ShouldBeTrue();
        await new TableVoteStore(_account.Tables, _account.Subscribers.Profiles).SaveAsync(
            new Vote(reader.Id, "NVDA-down-20250127", 1, Rule.FromText("NVDA notable"), VoteKind.Noise, GivenSubscriber.Now),
            Token
        );
        if (state is not MailState.Claimed)
        {
            var row = (await reader.WaitingAsync()).Single(waiting => waiting.Kind is WaitingKind.Mail);
            await _account.Subscribers.Deliveries.RecordAsync(mail with { State = state }, row, reader.Ledger(DeliveryStep.Claimed), Token);
        }

        return reader;
    }

    private async Task<int> RemoveAsync(RetainedKind kind, DateTimeOffset before, int most = 1_000)
    {
        var removed = 0;
        foreach (var part in await Store.PartsAsync(kind, Token))
        {
            removed += await Store.RemoveAsync(kind, part, before, most, Token);
        }

        return removed;
    }

    private async Task<string[]> RowKeysAsync() =>
        [.. (await GivenAccount.RowsAsync(_account.Tables.Subscribers)).Select(row => row.RowKey)];
}
