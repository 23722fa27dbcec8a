using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableRecipientStoreTests
{
    private readonly GivenRecipient _given = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveProfileAsync_KeepsEverything_WhenItIsReadBack()
    {
        (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldBeNull();
        var profile = _given.Reader with { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), false), Unsubscribed = true };

        await _given.Store.SaveProfileAsync(_given.Reader, Token);
        await _given.Store.SaveProfileAsync(profile, Token);

        var stored = (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldNotBeNull();
        stored.Rules.ShouldBe(profile.Rules);
        (stored with { Rules = profile.Rules, ETag = null }).ShouldBe(profile);
    }

    [Fact]
    public async Task SaveProfileAsync_IsFalse_WhenSomebodyElseSavedSinceItWasRead()
    {
        await _given.Store.SaveProfileAsync(_given.Reader, Token);
        var (first, second) = (await LoadAsync(), await LoadAsync());

        (await _given.Store.SaveProfileAsync(first with { Unsubscribed = true }, Token)).ShouldBeTrue();
        (await _given.Store.SaveProfileAsync(second with { Rules = [] }, Token)).ShouldBeFalse();

        var stored = await LoadAsync();
        (stored.Unsubscribed, stored.Rules.Count).ShouldBe((true, 1));
    }

    [Fact]
    public async Task SaveProfileAsync_KeepsWhatIsKnownOfPriceRules_WhenItIsReadBack()
    {
        var known = new KnownPriceRule("NVDA below 120", new DateTimeOffset(2024, 6, 10, 4, 0, 0, TimeSpan.Zero), "NVDA below 1200");
        await _given.Store.SaveProfileAsync(_given.Reader with { PriceRules = [known, known with { Since = DateTimeOffset.MinValue, Entered = null }] }, Token);

        (await LoadAsync()).PriceRules.ShouldBe([known, known with { Since = DateTimeOffset.MinValue, Entered = null }]);
    }

    private async Task<Subscriber> LoadAsync() => (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldNotBeNull();

    [Fact]
    public async Task FileAsync_WaitsOnce_WhenTheItemIsFiledTwice()
    {
        await _given.Store.FileAsync(_given.Item("m1"), Token);
        await _given.Store.FileAsync(_given.Item("m1", 60), Token);

        (await _given.WaitingAsync()).ShouldBe([_given.RowOf("m1")]);
    }

    [Fact]
    public async Task FileAsync_LeavesItTold_WhenTheItemWasClaimedBefore()
    {
        var rows = await _given.FileAsync(1);
        await _given.Store.ClaimAsync(_given.Mail(rows), GivenRecipient.Now.AddHours(1), _given.Ledger("claimed"), Token);

        await _given.FileAsync(1);

        (await _given.WaitingAsync()).ShouldAllBe(row => row.Kind == WaitingKind.Mail);
    }

    [Fact]
    public async Task GetWaitingAsync_StopsAtTheInstant_WhenOneIsGiven()
    {
        await _given.Store.FileAsync(_given.Item("late", 61), Token);
        await _given.Store.FileAsync(_given.Item("due", 60), Token);
        await _given.Store.FileAsync(_given.Item("early"), Token);

        (await _given.WaitingAsync(GivenRecipient.Now.AddSeconds(60))).Select(row => row.Reference).ShouldBe(["early", "due"]);
        (await _given.WaitingAsync()).Select(row => row.Reference).ShouldBe(["early", "due", "late"]);
    }

    [Fact]
    public async Task LoadMailboxAsync_HoldsItemsWithTheirContent_WhenTheyWait()
    {
        await _given.Store.SaveProfileAsync(_given.Reader, Token);
        var rows = await _given.FileAsync(2);

        var mailbox = await _given.MailboxAsync(rows);

        mailbox.Subscriber!.Email.ShouldBe(_given.Reader.Email);
        mailbox.Items.Select(item => item.Row).ShouldBe(rows);
        mailbox.Items[0].Item.Entries.ShouldHaveSingleItem().Rules.ShouldBe(["NVDA notable"]);
        (mailbox.Unsent.Count, mailbox.Mails.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task LoadMailboxAsync_HasNoSubscriber_WhenTheProfileIsGone() => (await _given.MailboxAsync([])).Subscriber.ShouldBeNull();

    [Fact]
    public async Task RecordAsync_TakesTheMailOffTheList_WhenItWasSent()
    {
        var mail = _given.Mail(await _given.FileAsync(1));
        await _given.Store.ClaimAsync(mail, GivenRecipient.Now.AddMinutes(5), _given.Ledger("claimed"), Token);
        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();

        await _given.Store.RecordAsync(mail with { State = MailState.Sent, Attempts = 1 }, row, _given.Ledger("sent", 1), Token);
        await _given.Store.RecordAsync(mail with { State = MailState.Sent, Attempts = 2 }, row, _given.Ledger("sent", 2), Token);

        (await _given.WaitingAsync()).ShouldBeEmpty();
        var recorded = (await _given.MailboxAsync([])).Mails.ShouldHaveSingleItem();
        (recorded.State, recorded.Attempts, recorded.Key).ShouldBe((MailState.Sent, 1, mail.Key));
        (await _given.DecisionsAsync()).ShouldBe(["sent", "claimed"]);
    }

    [Fact]
    public async Task MoveAsync_KeepsTheRow_WhenTheRetryIsAtTheSameTime()
    {
        var mail = _given.Mail(await _given.FileAsync(1));
        await _given.Store.ClaimAsync(mail, GivenRecipient.Now.AddMinutes(5), _given.Ledger("claimed"), Token);
        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();

        (await _given.Store.MoveAsync(row, row.Due, mail with { Attempts = 1 }, _given.Ledger("retry", 1), Token)).ShouldBeTrue();

        (await _given.WaitingAsync()).ShouldBe([row]);
        (await _given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem().Mail.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task MoveAsync_WaitsLater_WhenAnItemIsHeld()
    {
        var row = (await _given.FileAsync(1))[0];

        (await _given.Store.MoveAsync(row, row.Due.AddHours(1), null, _given.Ledger("held"), Token)).ShouldBeTrue();
        (await _given.Store.MoveAsync(row, row.Due.AddHours(2), null, _given.Ledger("held", 1), Token)).ShouldBeFalse();

        (await _given.WaitingAsync()).ShouldBe([row with { Due = row.Due.AddHours(1) }]);
        (await _given.DecisionsAsync()).ShouldBe(["held"]);
    }

    [Fact]
    public async Task MoveAsync_TakesItOff_WhenThereIsNoLaterTime()
    {
        var row = (await _given.FileAsync(1))[0];

        (await _given.Store.MoveAsync(row, null, null, _given.Ledger("dropped"), Token)).ShouldBeTrue();

        (await _given.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadLedgerAsync_GivesTheNewestFirst_WhenThereAreSeveral()
    {
        var row = (await _given.FileAsync(1))[0];
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger("held", 1), Token);
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger("kept", 3), Token);
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger("retry", 2), Token);

        (await _given.DecisionsAsync()).ShouldBe(["kept", "retry", "held"]);
    }
}
