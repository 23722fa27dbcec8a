using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableSubscriberStoreClaimTests
{
    private readonly GivenSubscriber _given = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClaimAsync_MovesTheItemsIntoTheMail_WhenNobodyElseDid()
    {
        var mail = _given.Mail(await _given.FileAsync(3));

        (await ClaimAsync(mail)).ShouldBeTrue();

        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();
        row.ShouldBe(new Waiting(_given.Id, GivenSubscriber.Now.AddMinutes(5), WaitingKind.Mail, mail.Key));
        var unsent = (await _given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem();
        unsent.Mail.Taken.ShouldBe(mail.Taken);
        (unsent.Mail.Mail.To.Address, unsent.Mail.State).ShouldBe((_given.Subscriber.Email, MailState.Claimed));
        (await _given.DecisionsAsync()).ShouldBe([DeliveryStep.Claimed]);
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalse_WhenAnotherInstanceClaimedTheSame()
    {
        var mail = _given.Mail(await _given.FileAsync(2));
        await ClaimAsync(mail);

        var second = await GivenSubscriber.NewStore().ClaimAsync([await _given.ClaimOfAsync(mail)], Token);

        second.ShouldBeEmpty();
        (await _given.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now.AddMinutes(5));
        (await _given.DecisionsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalseAndWritesNothing_WhenOneItemIsGone()
    {
        var rows = await _given.FileAsync(3);
        await ClaimAsync(_given.Mail(rows[..1]));

        (await ClaimAsync(_given.Mail(rows, number: 2))).ShouldBeFalse();

        (await _given.WaitingAsync()).Count(row => row.Kind is WaitingKind.Item).ShouldBe(2);
        (await _given.MailsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_LetsOneWin_WhenTwoClaimAtOnce()
    {
        var mail = _given.Mail(await _given.FileAsync(2));

        var claim = await _given.ClaimOfAsync(mail);
        var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => GivenSubscriber.NewStore().ClaimAsync([claim], Token)));

        won.Count(one => one.Count is 1).ShouldBe(1);
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
        var rows = await _given.FileAsync(63);
        var mail = _given.Mail(rows);
        var claim = await _given.ClaimOfAsync(mail);
        await _given.Store.ClaimAsync(
            [claim with { Mails = [mail with { Taken = [.. mail.Taken.Take(60)] }], Taken = [.. rows.Take(60)] }],
            Token
        );
        (await _given.WaitingAsync()).Count(row => row.Kind is WaitingKind.Item).ShouldBe(3);

        await GivenSubscriber.NewStore().FinishClaimAsync(mail, Token);
        await GivenSubscriber.NewStore().FinishClaimAsync(mail, Token);

        (await _given.WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task LoadMailboxesAsync_LeavesOut_WhatAnUnfinishedClaimTook()
    {
        var rows = await _given.FileAsync(2);
        await _given.ClaimAsync(_given.Mail(rows[..1]) with { Taken = [.. rows.Select(GivenSubscriber.Bare)] });
        await _given.FileAsync(_given.Item("later"));

        var mailbox = await _given.MailboxAsync([.. await _given.WaitingAsync(), rows[1]]);

        mailbox.Items.ShouldHaveSingleItem().Reference.ShouldBe("later");
    }

    [Fact]
    public async Task ClaimAsync_LetsTheOthersStand_WhenSomebodyElseClaimedOneOfThem()
    {
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 60).Select(_ => new GivenSubscriber())];
        var claims = new List<Claim>();
        foreach (var reader in readers)
        {
            claims.Add(await reader.ClaimOfAsync(reader.Mail(await reader.FileAsync(1))));
        }

        await readers[30].Store.ClaimAsync([claims[30]], Token);

        (await _given.Store.ClaimAsync(claims, Token)).ShouldBe(claims.Where(claim => claim != claims[30]));
        (await readers[31].WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task ClaimAsync_PutsTheRestBack_WhenOnlyPartOfAnItemGoesOut()
    {
        var row = (await _given.FileAsync(1))[0];
        var rest = row with { Due = row.Due.AddHours(1), Hold = DeliveryReason.Digest };
        var claim = await _given.ClaimOfAsync(_given.Mail([row]));

        await _given.Store.ClaimAsync([claim with { Rest = [rest] }], Token);

        var waits = (await _given.WaitingAsync()).Single(waiting => waiting.Kind is WaitingKind.Item);
        (waits.Due, waits.Hold, waits.Reference).ShouldBe((rest.Due, DeliveryReason.Digest, row.Reference));
    }

    [Fact]
    public async Task ReadMailsAsync_GivesWhatTheMailTellsOfItsIncident_FromOneRowForAll()
    {
        await _given.ClaimAsync(_given.Mail(await _given.FileAsync(1)));

        var stored = (
            await GivenSubscriber.NewStore().ReadMailsAsync(Token).Where(mail => mail.Subscriber == _given.Id).ToArrayAsync(Token)
        ).ShouldHaveSingleItem();

        stored.Mail.Content.Members.ShouldBe(SampleMail.ChipsContent.Members);
        stored.Mail.Content.Paths[0].Points.ShouldBe(SampleMail.ChipsContent.Paths[0].Points);
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

        var keys = await _given
            .Store.ReadMailsAsync(Token)
            .Where(mail => mail.Subscriber == _given.Id)
            .Select(mail => mail.Key)
            .ToArrayAsync(Token);

        keys.ShouldBe(["20250127.NVDA-down-20250127.0001", "20250127.NVDA-down-20250127.0002"]);
    }

    private Task<bool> ClaimAsync(ClaimedMail mail) => _given.ClaimAsync(mail);
}
