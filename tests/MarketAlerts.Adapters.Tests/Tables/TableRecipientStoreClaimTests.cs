using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableRecipientStoreClaimTests
{
    private readonly GivenRecipient _given = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClaimAsync_MovesTheItemsIntoTheMail_WhenNobodyElseDid()
    {
        var mail = _given.Mail(await _given.FileAsync(3));

        (await ClaimAsync(mail)).ShouldBeTrue();

        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();
        row.ShouldBe(new Waiting(_given.Id, GivenRecipient.Now.AddMinutes(5), WaitingKind.Mail, mail.Key));
        var unsent = (await _given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem();
        unsent.Mail.Taken.ShouldBe(mail.Taken);
        (unsent.Mail.Mail.To.Address, unsent.Mail.State).ShouldBe((_given.Reader.Email, MailState.Claimed));
        (await _given.DecisionsAsync()).ShouldBe(["claimed"]);
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalse_WhenAnotherInstanceClaimedTheSame()
    {
        var mail = _given.Mail(await _given.FileAsync(2));
        await ClaimAsync(mail);

        var second = await GivenRecipient.NewStore().ClaimAsync(mail, GivenRecipient.Now.AddMinutes(9), _given.Ledger("claimed", 7), Token);

        second.ShouldBeFalse();
        (await _given.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenRecipient.Now.AddMinutes(5));
        (await _given.DecisionsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalseAndWritesNothing_WhenOneItemIsGone()
    {
        var rows = await _given.FileAsync(3);
        await ClaimAsync(_given.Mail(rows[..1]));

        (await ClaimAsync(_given.Mail(rows, number: 2))).ShouldBeFalse();

        (await _given.WaitingAsync()).Count(row => row.Kind is WaitingKind.Item).ShouldBe(2);
        (await _given.MailboxAsync([])).Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_LetsOneWin_WhenTwoClaimAtOnce()
    {
        var mail = _given.Mail(await _given.FileAsync(2));

        var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            GivenRecipient.NewStore().ClaimAsync(mail, GivenRecipient.Now.AddMinutes(5), _given.Ledger("claimed"), Token)));

        won.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_TakesAll_WhenThereAreMoreThanATransactionHolds()
    {
        var rows = await _given.FileAsync(95);

        (await ClaimAsync(_given.Mail(rows))).ShouldBeTrue();

        (await _given.WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task FinishClaimAsync_TakesTheRest_WhenACrashCutTheClaimShort()
    {
        var rows = await _given.FileAsync(93);
        var mail = _given.Mail(rows);
        await ClaimAsync(mail with { Taken = rows[..90] });
        await _given.Store.RecordAsync(mail, new Waiting(_given.Id, GivenRecipient.Now.AddMinutes(5), WaitingKind.Mail, mail.Key), _given.Ledger("x"), Token);
        var left = await _given.WaitingAsync();
        left.Count.ShouldBe(3);

        (await _given.MailboxAsync(left)).Items.ShouldBeEmpty();
        await GivenRecipient.NewStore().FinishClaimAsync(mail, Token);
        await GivenRecipient.NewStore().FinishClaimAsync(mail, Token);

        (await _given.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task FinishClaimAsync_ChangesNothing_WhenTheClaimIsWhole()
    {
        var mail = _given.Mail(await _given.FileAsync(2));
        await ClaimAsync(mail);

        await _given.Store.FinishClaimAsync(mail, Token);

        (await _given.WaitingAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadMailsAsync_GivesThemByKey_WhenThereAreSeveral()
    {
        var rows = await _given.FileAsync(2);
        await ClaimAsync(_given.Mail(rows[1..], number: 2));
        await ClaimAsync(_given.Mail(rows[..1], number: 1));

        var keys = await _given.Store.ReadMailsAsync(Token).Where(mail => mail.Subscriber == _given.Id).Select(mail => mail.Key).ToArrayAsync(Token);

        keys.ShouldBe(["20250127.NVDA-down-20250127.0001", "20250127.NVDA-down-20250127.0002"]);
    }

    private Task<bool> ClaimAsync(ClaimedMail mail) => _given.Store.ClaimAsync(mail, GivenRecipient.Now.AddMinutes(5), _given.Ledger("claimed"), Token);
}
