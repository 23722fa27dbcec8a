using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

public abstract class ClaimContract : StoreContract
{
    [Fact]
    public async Task ClaimAsync_MovesTheItemsIntoTheMail_WhenNobodyElseDid()
    {
        var mail = Given.Mail(await Given.FileAsync(3));

        (await ClaimAsync(mail)).ShouldBeTrue();

        var row = (await Given.WaitingAsync()).ShouldHaveSingleItem();
        row.ShouldBe(new Waiting(Given.Id, GivenSubscriber.Now.AddMinutes(5), WaitingKind.Mail, mail.Key));
        var unsent = (await Given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem();
        unsent.Mail.Taken.ShouldBe(mail.Taken);
        (unsent.Mail.Mail.To.Address, unsent.Mail.State).ShouldBe((Given.Subscriber.Email, MailState.Claimed));
        (await Given.DecisionsAsync()).ShouldBe([DeliveryStep.Claimed]);
    }

    [Fact]
    public async Task ClaimAsync_StandsAgain_WhenTheSameInstanceDidNotHearThatItStood()
    {
        var claim = await Given.ClaimOfAsync(Given.Mail(await Given.FileAsync(2)));
        await Given.Store.Deliveries.ClaimAsync([claim], Token);

        (await Given.Store.Deliveries.ClaimAsync([claim], Token)).ShouldBe([claim]);

        (await Given.DecisionsAsync()).ShouldBe([DeliveryStep.Claimed]);
    }

    // Two flushes of one bucket in one process: a request that came twice, or came back while the first was at work.
    [Fact]
    public async Task ClaimAsync_ReturnsFalse_WhenAnotherFlushOfTheSameInstanceClaimedTheSame()
    {
        var rows = await Given.FileAsync(2);
        var (first, second) = (await Given.ClaimOfAsync(Given.Mail(rows)), await Given.ClaimOfAsync(Given.Mail(rows)));
        (await Given.Store.Deliveries.ClaimAsync([first], Token)).ShouldBe([first]);

        (await Given.Store.Deliveries.ClaimAsync([second], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalse_WhenAnotherInstanceClaimedTheSame()
    {
        var mail = Given.Mail(await Given.FileAsync(2));
        await ClaimAsync(mail);

        var second = await NewStores(Kept).Deliveries.ClaimAsync([await Given.ClaimOfAsync(mail)], Token);

        second.ShouldBeEmpty();
        (await Given.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now.AddMinutes(5));
        (await Given.DecisionsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_ReturnsFalseAndWritesNothing_WhenOneItemIsGone()
    {
        var rows = await Given.FileAsync(3);
        await ClaimAsync(Given.Mail(rows[..1]));

        (await ClaimAsync(Given.Mail(rows, number: 2))).ShouldBeFalse();

        (await Given.WaitingAsync()).Count(row => row.Kind is WaitingKind.Item).ShouldBe(2);
        (await Given.MailsAsync()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_LetsOneWin_WhenTwoClaimAtOnce()
    {
        var mail = Given.Mail(await Given.FileAsync(2));

        var claim = await Given.ClaimOfAsync(mail);
        var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewStores(Kept).Deliveries.ClaimAsync([claim], Token)));

        won.Count(one => one.Count is 1).ShouldBe(1);
    }

    [Fact]
    public async Task ClaimAsync_TakesAll_WhenThereAreMoreThanATransactionHolds()
    {
        var rows = await Given.FileAsync(95);

        (await ClaimAsync(Given.Mail(rows))).ShouldBeTrue();

        (await Given.WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task FinishClaimAsync_TakesTheRest_WhenACrashCutTheClaimShort()
    {
        var rows = await Given.FileAsync(63);
        var mail = Given.Mail(rows);
        var claim = await Given.ClaimOfAsync(mail);
        await Given.Store.Deliveries.ClaimAsync(
            [claim with { Mails = [mail with { Taken = [.. mail.Taken.Take(60)] }], Taken = [.. rows.Take(60)] }],
            Token
        );
        (await Given.WaitingAsync()).Count(row => row.Kind is WaitingKind.Item).ShouldBe(3);

        await NewStores(Kept).Deliveries.FinishClaimAsync(mail, Token);
        await NewStores(Kept).Deliveries.FinishClaimAsync(mail, Token);

        (await Given.WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task LoadMailboxesAsync_LeavesOut_WhatAnUnfinishedClaimTook()
    {
        var rows = await Given.FileAsync(2);
        await Given.ClaimAsync(Given.Mail(rows[..1]) with { Taken = [.. rows.Select(GivenSubscriber.Bare)] });
        await Given.FileAsync(Given.Item("later"));

        var mailbox = await Given.MailboxAsync([.. await Given.WaitingAsync(), rows[1]]);

        mailbox.Items.ShouldHaveSingleItem().Reference.ShouldBe("later");
    }

    [Fact]
    public async Task ClaimAsync_LetsTheOthersStand_WhenSomebodyElseClaimedOneOfThem()
    {
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 60).Select(_ => NewSubscriber())];
        var claims = new List<Claim>();
        foreach (var reader in readers)
        {
            claims.Add(await reader.ClaimOfAsync(reader.Mail(await reader.FileAsync(1))));
        }

        await readers[30].Store.Deliveries.ClaimAsync([claims[30]], Token);

        (await Given.Store.Deliveries.ClaimAsync(claims, Token)).ShouldBe(claims.Where(claim => claim != claims[30]));
        (await readers[31].WaitingAsync()).ShouldHaveSingleItem().Kind.ShouldBe(WaitingKind.Mail);
    }

    [Fact]
    public async Task ClaimAsync_PutsTheRestBack_WhenOnlyPartOfAnItemGoesOut()
    {
        var row = (await Given.FileAsync(1))[0];
        var rest = row with { Due = row.Due.AddHours(1), Hold = DeliveryReason.Digest };
        var claim = await Given.ClaimOfAsync(Given.Mail([row]));

        await Given.Store.Deliveries.ClaimAsync([claim with { Rest = [rest] }], Token);

        var waits = (await Given.WaitingAsync()).Single(waiting => waiting.Kind is WaitingKind.Item);
        (waits.Due, waits.Hold, waits.Reference).ShouldBe((rest.Due, DeliveryReason.Digest, row.Reference));
    }

    [Fact]
    public async Task ReadMailsAsync_GivesWhatTheMailTellsOfItsIncident_FromOneRowForAll()
    {
        await Given.ClaimAsync(Given.Mail(await Given.FileAsync(1)));

        var stored = (
            await NewStores(Kept).Deliveries.ReadMailsAsync(Token).Where(mail => mail.Subscriber == Given.Id).ToArrayAsync(Token)
        ).ShouldHaveSingleItem();

        stored.Mail.Content.Members.ShouldBe(SampleMail.ChipsContent.Members);
        stored.Mail.Content.Paths[0].Points.ShouldBe(SampleMail.ChipsContent.Paths[0].Points);
    }

    [Fact]
    public async Task FinishClaimAsync_ChangesNothing_WhenTheClaimIsWhole()
    {
        var mail = Given.Mail(await Given.FileAsync(2));
        await ClaimAsync(mail);

        await Given.Store.Deliveries.FinishClaimAsync(mail, Token);

        (await Given.WaitingAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadMailsAsync_GivesThemByKey_WhenThereAreSeveral()
    {
        var rows = await Given.FileAsync(2);
        await ClaimAsync(Given.Mail(rows[1..], number: 2));
        await ClaimAsync(Given.Mail(rows[..1], number: 1));

        var keys = await Given
            .Store.Deliveries.ReadMailsAsync(Token)
            .Where(mail => mail.Subscriber == Given.Id)
            .Select(mail => mail.Key)
            .ToArrayAsync(Token);

        keys.ShouldBe(["20250127.NVDA-down-20250127.0001", "20250127.NVDA-down-20250127.0002"]);
    }

    private Task<bool> ClaimAsync(ClaimedMail mail) => Given.ClaimAsync(mail);
}
