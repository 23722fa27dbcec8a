using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables.Contract;

public abstract class SubscriberStoreContract : StoreContract
{
    [Fact]
    public async Task SaveProfileAsync_KeepsEverything_WhenItIsReadBack()
    {
        (await Given.Store.Profiles.LoadProfileAsync(Given.Id, Token)).ShouldBeNull();
        var profile = Given.Subscriber with
        {
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), false),
            Unsubscribed = true,
        };

        await Given.Store.Profiles.SaveProfileAsync(Given.Subscriber, Token);
        await Given.Store.Profiles.SaveProfileAsync(profile, Token);

        var stored = (await Given.Store.Profiles.LoadProfileAsync(Given.Id, Token)).ShouldNotBeNull();
        stored.Rules.ShouldBe(profile.Rules);
        (stored with { Rules = profile.Rules, ETag = null }).ShouldBe(profile);
    }

    [Fact]
    public async Task SaveProfileAsync_IsFalse_WhenSomebodyElseSavedSinceItWasRead()
    {
        await Given.Store.Profiles.SaveProfileAsync(Given.Subscriber, Token);
        var (first, second) = (await LoadAsync(), await LoadAsync());

        (await Given.Store.Profiles.SaveProfileAsync(first with { Unsubscribed = true }, Token)).ShouldBeTrue();
        (await Given.Store.Profiles.SaveProfileAsync(second with { Rules = [] }, Token)).ShouldBeFalse();

        var stored = await LoadAsync();
        (stored.Unsubscribed, stored.Rules.Count).ShouldBe((true, 1));
    }

    [Fact]
    public async Task SaveProfileAsync_KeepsWhatIsKnownOfPriceRules_WhenItIsReadBack()
    {
        var known = new KnownPriceRule(
            Rule.FromText("NVDA below 120"),
            new DateTimeOffset(2024, 6, 10, 4, 0, 0, TimeSpan.Zero),
            Rule.FromText("NVDA below 1200")
        );
        await Given.Store.Profiles.SaveProfileAsync(
            Given.Subscriber with
            {
                PriceRules = [known, known with { Since = DateTimeOffset.MinValue, Entered = null }],
            },
            Token
        );

        (await LoadAsync()).PriceRules.ShouldBe([known, known with { Since = DateTimeOffset.MinValue, Entered = null }]);
    }

    private async Task<Subscriber> LoadAsync() => (await Given.Store.Profiles.LoadProfileAsync(Given.Id, Token)).ShouldNotBeNull();

    [Fact]
    public async Task FileAsync_WaitsOnce_WhenTheItemIsFiledTwice()
    {
        await Given.FileAsync(Given.Item("m1"));
        await Given.FileAsync(Given.Item("m1", 60));

        (await Given.WaitingAsync()).Select(GivenSubscriber.Bare).ShouldBe([Given.RowOf("m1")]);
    }

    [Fact]
    public async Task FileAsync_LeavesItTold_WhenTheItemWasClaimedBefore()
    {
        var rows = await Given.FileAsync(1);
        await Given.ClaimAsync(Given.Mail(rows));

        await Given.FileAsync(1);

        (await Given.WaitingAsync()).ShouldAllBe(row => row.Kind == WaitingKind.Mail);
    }

    [Fact]
    public async Task FileAsync_FilesForWhoIsMissing_WhenAMessageIsRoutedAgain()
    {
        var other = NewSubscriber();
        await Given.FileAsync(Given.Item("m1"));

        await Given.Store.Deliveries.FileAsync("m1", [Given.Item("m1", 60), other.Item("m1", 60)], Token);

        (await Given.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now);
        (await other.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now.AddSeconds(60));
    }

    [Fact]
    public async Task FileAsync_FilesForEverybody_WhenThereAreMoreThanATransactionHolds()
    {
        var message = TestStorage.Unique("m");
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 300).Select(_ => NewSubscriber())];
        var store = OwnStores(new DeliveryOptions { Buckets = 2 });

        await store.Deliveries.FileAsync(message, [.. readers.Select(reader => reader.Item(message))], Token);
        await store.Deliveries.FileAsync(message, [.. readers.Select(reader => reader.Item(message, 60))], Token);

        var waiting = (await store.Deliveries.GetWaitingAsync("b0000", Token))
            .Concat(await store.Deliveries.GetWaitingAsync("b0001", Token))
            .Where(row => row.Reference == message);
        waiting
            .Select(row => (row.Subscriber, row.Due))
            .ShouldBe(readers.Select(reader => (reader.Id, GivenSubscriber.Now)), ignoreOrder: true);
    }

    [Fact]
    public async Task FirstDueAsync_IsTheEarliest_OfTheBucket()
    {
        var store = NewStores(new DeliveryOptions());
        var bucket = (await store.Profiles.BucketsAsync(Token)).BucketOf(Given.Id);
        await store.Deliveries.FileAsync("late", [Given.Item("late", 61)], Token);
        await store.Deliveries.FileAsync("due", [Given.Item("due", 60)], Token);

        (await store.Deliveries.FirstDueAsync(bucket, Token))
            .ShouldNotBeNull()
            .ShouldBeLessThanOrEqualTo(GivenSubscriber.Now.AddSeconds(60));
        (await store.Deliveries.GetWaitingAsync(bucket, Token))
            .Where(row => row.Subscriber == Given.Id)
            .Select(row => row.Reference)
            .ShouldBe(["due", "late"]);
    }

    [Fact]
    public async Task LoadMailboxAsync_HoldsItemsWithTheirContent_WhenTheyWait()
    {
        await Given.Store.Profiles.SaveProfileAsync(Given.Subscriber, Token);
        var rows = await Given.FileAsync(2);

        var mailbox = await Given.MailboxAsync(rows);

        mailbox.Subscriber!.Email.ShouldBe(Given.Subscriber.Email);
        mailbox.Items.ShouldBe(rows);
        mailbox.Items[0].Item!.Entries.ShouldHaveSingleItem().Rules.ShouldBe([Rule.FromText("NVDA notable")]);
        (mailbox.Unsent.Count, mailbox.History.Told.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task LoadMailboxAsync_HasNoSubscriber_WhenTheProfileIsGone() => (await Given.MailboxAsync([])).Subscriber.ShouldBeNull();

    [Fact]
    public async Task RecordAsync_TakesTheMailOffTheList_WhenItWasSent()
    {
        var mail = Given.Mail(await Given.FileAsync(1));
        await Given.ClaimAsync(mail);
        var row = (await Given.WaitingAsync()).ShouldHaveSingleItem();

        await Given.Store.Deliveries.RecordAsync(
            mail with
            {
                State = MailState.Sent,
                Attempts = 1,
            },
            row,
            Given.Ledger(DeliveryStep.Sent, 1),
            Token
        );
        await Given.Store.Deliveries.RecordAsync(
            mail with
            {
                State = MailState.Sent,
                Attempts = 2,
            },
            row,
            Given.Ledger(DeliveryStep.Sent, 2),
            Token
        );

        (await Given.WaitingAsync()).ShouldBeEmpty();
        var recorded = (await Given.MailsAsync()).ShouldHaveSingleItem();
        (recorded.State, recorded.Attempts, recorded.Key).ShouldBe((MailState.Sent, 1, mail.Key));
        (await Given.DecisionsAsync()).ShouldBe([DeliveryStep.Sent, DeliveryStep.Claimed]);
    }

    // Two flushes at once: the other one sends and records between our look at the waiting list and our reading of the mail.
    [Fact]
    public async Task LoadMailboxAsync_LeavesAMailOut_ThatWasRecordedMeanwhile()
    {
        var given = new GivenSubscriber(Given.Subscriber, NewStores(new DeliveryOptions()));
        var mail = given.Mail(await given.FileAsync(1));
        await given.ClaimAsync(mail);
        var rows = await given.WaitingAsync();
        (await given.MailboxAsync(rows)).Unsent.Count.ShouldBe(1);

        await given.Store.Deliveries.RecordAsync(
            mail with
            {
                State = MailState.Sent,
                Attempts = 1,
            },
            rows.Single(),
            given.Ledger(DeliveryStep.Sent, 1),
            Token
        );

        (await given.MailboxAsync(rows)).Unsent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MailState.Sent, false)]
    [InlineData(MailState.Rejected, true)]
    public async Task RecordAsync_KeepsWhatTheMailSaid_OnlyWhenItWasNotSent(MailState state, bool isKept)
    {
        var given = new GivenSubscriber(Given.Subscriber, NewStores(new DeliveryOptions()));
        var mail = given.Mail(await given.FileAsync(1));
        await given.ClaimAsync(mail);

        await given.Store.Deliveries.RecordAsync(
            mail with
            {
                State = state,
                Attempts = 1,
            },
            (await given.WaitingAsync()).Single(),
            given.Ledger(DeliveryStep.Claimed, 1),
            Token
        );

        (await given.MailsAsync()).Length.ShouldBe(isKept ? 1 : 0);
        (await new GivenSubscriber(Given.Subscriber, NewStores(Kept)).ClaimAsync(mail)).ShouldBeFalse("its row is still there");
    }

    [Fact]
    public async Task MoveAsync_KeepsTheRow_WhenTheRetryIsAtTheSameTime()
    {
        var mail = Given.Mail(await Given.FileAsync(1));
        await Given.ClaimAsync(mail);
        var row = (await Given.WaitingAsync()).ShouldHaveSingleItem();

        (
            await Given.Store.Deliveries.MoveAsync(row, row.Due, mail with { Attempts = 1 }, Given.Ledger(DeliveryStep.Retried, 1), Token)
        ).ShouldBeTrue();

        (await Given.WaitingAsync()).ShouldBe([row]);
        (await Given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem().Mail.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task HoldAsync_WaitsLater_WhenAnItemIsHeld()
    {
        var row = (await Given.FileAsync(1))[0];

        await HoldAsync(row, row.Due.AddHours(1), DeliveryReason.QuietHours);
        await HoldAsync(row, row.Due.AddHours(2), DeliveryReason.QuietHours);

        var held = (await Given.WaitingAsync()).ShouldHaveSingleItem();
        (held.Due, held.Hold, held.Item!.Entries.Count).ShouldBe((row.Due.AddHours(1), DeliveryReason.QuietHours, 1));
        (await Given.DecisionsAsync()).ShouldBe([DeliveryStep.Held]);
    }

    [Fact]
    public async Task HoldAsync_TakesItOff_WhenThereIsNoLaterTime()
    {
        var row = (await Given.FileAsync(1))[0];

        await HoldAsync(row, null, DeliveryReason.NoAddress);

        (await Given.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task HoldAsync_HoldsTheOthers_WhenOneIsGone()
    {
        var rows = await Given.FileAsync(120);
        await HoldAsync(rows[60], null, DeliveryReason.ToldAlready);

        await Given.Store.Deliveries.HoldAsync(
            [
                .. rows.Select(
                    (row, number) =>
                        (
                            Held(row, row.Due.AddHours(1), DeliveryReason.QuietHours),
                            Given.Ledger(DeliveryStep.Held) with
                            {
                                Subject = $"{number}",
                            }
                        )
                ),
            ],
            Token
        );

        (await Given.WaitingAsync()).Count(row => row.Due == rows[0].Due.AddHours(1)).ShouldBe(119);
    }

    [Fact]
    public async Task ReadLedgerAsync_GivesTheNewestFirst_WhenThereAreSeveral()
    {
        var row = (await Given.FileAsync(1))[0];
        await Given.Store.Deliveries.MoveAsync(row, row.Due, null, Given.Ledger(DeliveryStep.Held, 1), Token);
        await Given.Store.Deliveries.MoveAsync(row, row.Due, null, Given.Ledger(DeliveryStep.Kept, 3), Token);
        await Given.Store.Deliveries.MoveAsync(row, row.Due, null, Given.Ledger(DeliveryStep.Retried, 2), Token);

        (await Given.DecisionsAsync()).ShouldBe([DeliveryStep.Kept, DeliveryStep.Retried, DeliveryStep.Held]);
        (await Given.Store.Ledger.ReadLedgerAsync(Given.Id, Token).FirstAsync(Token)).Incidents.ShouldBe(["NVDA-down-20250127"]);
        (await Given.Store.Ledger.ReadLedgerAsync(Token).CountAsync(line => line.Subscriber == Given.Id, Token)).ShouldBe(3);
    }

    [Fact]
    public async Task LoadToldAsync_NamesWhoWasTold_OfAnIncident()
    {
        await Given.ClaimAsync(Given.Mail(await Given.FileAsync(1)));

        (await Given.Store.Deliveries.LoadToldAsync("NVDA-down-20250127", Token)).ShouldContain(
            new ToldSubscriber(Given.Id, Following.Changes)
        );
        (await Given.Store.Deliveries.LoadToldAsync("NVDA-up-20250127", Token)).ShouldNotContain(subscriber =>
            subscriber.Subscriber == Given.Id
        );
    }

    [Fact]
    public async Task LoadMailboxesAsync_ReadsARange_WhenThereAreMany()
    {
        var store = OwnStores(new DeliveryOptions { Buckets = 1 });
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 40).Select(_ => NewSubscriber())];
        foreach (var reader in readers.Skip(1))
        {
            await store.Profiles.SaveProfileAsync(reader.Subscriber, Token);
        }

        var mailboxes = await store.Deliveries.LoadMailboxesAsync(
            "b0000",
            readers.ToDictionary(reader => reader.Id, _ => (IReadOnlyList<Waiting>)[]),
            Token
        );

        mailboxes.Count.ShouldBe(40);
        mailboxes.Count(mailbox => mailbox.Subscriber is null).ShouldBe(1);
    }

    private static HeldItem Held(Waiting row, DateTimeOffset? until, DeliveryReason reason) => new(row, until, reason, "Because.");

    private Task HoldAsync(Waiting row, DateTimeOffset? until, DeliveryReason reason) =>
        Given.Store.Deliveries.HoldAsync([(Held(row, until, reason), Given.Ledger(DeliveryReasons.StepOf(reason)))], Token);
}
