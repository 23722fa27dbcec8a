using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableSubscriberStoreTests
{
    private readonly GivenSubscriber _given = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveProfileAsync_KeepsEverything_WhenItIsReadBack()
    {
        (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldBeNull();
        var profile = _given.Subscriber with
        {
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), false),
            Unsubscribed = true,
        };

        await _given.Store.SaveProfileAsync(_given.Subscriber, Token);
        await _given.Store.SaveProfileAsync(profile, Token);

        var stored = (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldNotBeNull();
        stored.Rules.ShouldBe(profile.Rules);
        (stored with { Rules = profile.Rules, ETag = null }).ShouldBe(profile);
    }

    [Fact]
    public async Task SaveProfileAsync_IsFalse_WhenSomebodyElseSavedSinceItWasRead()
    {
        await _given.Store.SaveProfileAsync(_given.Subscriber, Token);
        var (first, second) = (await LoadAsync(), await LoadAsync());

        (await _given.Store.SaveProfileAsync(first with { Unsubscribed = true }, Token)).ShouldBeTrue();
        (await _given.Store.SaveProfileAsync(second with { Rules = [] }, Token)).ShouldBeFalse();

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
        await _given.Store.SaveProfileAsync(
            _given.Subscriber with
            {
                PriceRules = [known, known with { Since = DateTimeOffset.MinValue, Entered = null }],
            },
            Token
        );

        (await LoadAsync()).PriceRules.ShouldBe([known, known with { Since = DateTimeOffset.MinValue, Entered = null }]);
    }

    private async Task<Subscriber> LoadAsync() => (await _given.Store.LoadProfileAsync(_given.Id, Token)).ShouldNotBeNull();

    [Fact]
    public async Task FileAsync_WaitsOnce_WhenTheItemIsFiledTwice()
    {
        await _given.FileAsync(_given.Item("m1"));
        await _given.FileAsync(_given.Item("m1", 60));

        (await _given.WaitingAsync()).Select(GivenSubscriber.Bare).ShouldBe([_given.RowOf("m1")]);
    }

    [Fact]
    public async Task FileAsync_LeavesItTold_WhenTheItemWasClaimedBefore()
    {
        var rows = await _given.FileAsync(1);
        await _given.ClaimAsync(_given.Mail(rows));

        await _given.FileAsync(1);

        (await _given.WaitingAsync()).ShouldAllBe(row => row.Kind == WaitingKind.Mail);
    }

    [Fact]
    public async Task FileAsync_FilesForWhoIsMissing_WhenAMessageIsRoutedAgain()
    {
        var other = new GivenSubscriber();
        await _given.FileAsync(_given.Item("m1"));

        await _given.Store.FileAsync("m1", [_given.Item("m1", 60), other.Item("m1", 60)], Token);

        (await _given.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now);
        (await other.WaitingAsync()).ShouldHaveSingleItem().Due.ShouldBe(GivenSubscriber.Now.AddSeconds(60));
    }

    [Fact]
    public async Task FileAsync_FilesForEverybody_WhenThereAreMoreThanATransactionHolds()
    {
        var message = TestStorage.Unique("m");
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 300).Select(_ => new GivenSubscriber())];
        var store = new TableSubscriberStore(
            new TableSet(TestStorage.Tables(), TestStorage.OwnPrefix()),
            new DeliveryOptions { Buckets = 2 }
        );

        await store.FileAsync(message, [.. readers.Select(reader => reader.Item(message))], Token);
        await store.FileAsync(message, [.. readers.Select(reader => reader.Item(message, 60))], Token);

        var waiting = (await store.GetWaitingAsync("b0000", Token))
            .Concat(await store.GetWaitingAsync("b0001", Token))
            .Where(row => row.Reference == message);
        waiting
            .Select(row => (row.Subscriber, row.Due))
            .ShouldBe(readers.Select(reader => (reader.Id, GivenSubscriber.Now)), ignoreOrder: true);
    }

    [Fact]
    public async Task FirstDueAsync_IsTheEarliest_OfTheBucket()
    {
        var store = new TableSubscriberStore(TestStorage.TableSet(), new DeliveryOptions());
        var bucket = (await store.BucketsAsync(Token)).BucketOf(_given.Id);
        await store.FileAsync("late", [_given.Item("late", 61)], Token);
        await store.FileAsync("due", [_given.Item("due", 60)], Token);

        (await store.FirstDueAsync(bucket, Token)).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(GivenSubscriber.Now.AddSeconds(60));
        (await store.GetWaitingAsync(bucket, Token))
            .Where(row => row.Subscriber == _given.Id)
            .Select(row => row.Reference)
            .ShouldBe(["due", "late"]);
    }

    [Fact]
    public async Task LoadMailboxAsync_HoldsItemsWithTheirContent_WhenTheyWait()
    {
        await _given.Store.SaveProfileAsync(_given.Subscriber, Token);
        var rows = await _given.FileAsync(2);

        var mailbox = await _given.MailboxAsync(rows);

        mailbox.Subscriber!.Email.ShouldBe(_given.Subscriber.Email);
        mailbox.Items.ShouldBe(rows);
        mailbox.Items[0].Item!.Entries.ShouldHaveSingleItem().Rules.ShouldBe([Rule.FromText("NVDA notable")]);
        (mailbox.Unsent.Count, mailbox.History.Told.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task LoadMailboxAsync_HasNoSubscriber_WhenTheProfileIsGone() => (await _given.MailboxAsync([])).Subscriber.ShouldBeNull();

    [Fact]
    public async Task RecordAsync_TakesTheMailOffTheList_WhenItWasSent()
    {
        var mail = _given.Mail(await _given.FileAsync(1));
        await _given.ClaimAsync(mail);
        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();

        await _given.Store.RecordAsync(mail with { State = MailState.Sent, Attempts = 1 }, row, _given.Ledger(DeliveryStep.Sent, 1), Token);
        await _given.Store.RecordAsync(mail with { State = MailState.Sent, Attempts = 2 }, row, _given.Ledger(DeliveryStep.Sent, 2), Token);

        (await _given.WaitingAsync()).ShouldBeEmpty();
        var recorded = (await _given.MailsAsync()).ShouldHaveSingleItem();
        (recorded.State, recorded.Attempts, recorded.Key).ShouldBe((MailState.Sent, 1, mail.Key));
        (await _given.DecisionsAsync()).ShouldBe([DeliveryStep.Sent, DeliveryStep.Claimed]);
    }

    // Two flushes at once: the other one sends and records between our look at the waiting list and our reading of the mail.
    [Fact]
    public async Task LoadMailboxAsync_LeavesAMailOut_ThatWasRecordedMeanwhile()
    {
        var given = new GivenSubscriber(_given.Subscriber, new TableSubscriberStore(TestStorage.TableSet(), new DeliveryOptions()));
        var mail = given.Mail(await given.FileAsync(1));
        await given.ClaimAsync(mail);
        var rows = await given.WaitingAsync();
        (await given.MailboxAsync(rows)).Unsent.Count.ShouldBe(1);

        await given.Store.RecordAsync(
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
        var given = new GivenSubscriber(_given.Subscriber, new TableSubscriberStore(TestStorage.TableSet(), new DeliveryOptions()));
        var mail = given.Mail(await given.FileAsync(1));
        await given.ClaimAsync(mail);

        await given.Store.RecordAsync(
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
        (await new GivenSubscriber(_given.Subscriber, GivenSubscriber.NewStore()).ClaimAsync(mail)).ShouldBeFalse("its row is still there");
    }

    [Fact]
    public async Task MoveAsync_KeepsTheRow_WhenTheRetryIsAtTheSameTime()
    {
        var mail = _given.Mail(await _given.FileAsync(1));
        await _given.ClaimAsync(mail);
        var row = (await _given.WaitingAsync()).ShouldHaveSingleItem();

        (
            await _given.Store.MoveAsync(row, row.Due, mail with { Attempts = 1 }, _given.Ledger(DeliveryStep.Retried, 1), Token)
        ).ShouldBeTrue();

        (await _given.WaitingAsync()).ShouldBe([row]);
        (await _given.MailboxAsync([row])).Unsent.ShouldHaveSingleItem().Mail.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task HoldAsync_WaitsLater_WhenAnItemIsHeld()
    {
        var row = (await _given.FileAsync(1))[0];

        await HoldAsync(row, row.Due.AddHours(1), DeliveryReason.QuietHours);
        await HoldAsync(row, row.Due.AddHours(2), DeliveryReason.QuietHours);

        var held = (await _given.WaitingAsync()).ShouldHaveSingleItem();
        (held.Due, held.Hold, held.Item!.Entries.Count).ShouldBe((row.Due.AddHours(1), DeliveryReason.QuietHours, 1));
        (await _given.DecisionsAsync()).ShouldBe([DeliveryStep.Held]);
    }

    [Fact]
    public async Task HoldAsync_TakesItOff_WhenThereIsNoLaterTime()
    {
        var row = (await _given.FileAsync(1))[0];

        await HoldAsync(row, null, DeliveryReason.NoAddress);

        (await _given.WaitingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task HoldAsync_HoldsTheOthers_WhenOneIsGone()
    {
        var rows = await _given.FileAsync(120);
        await HoldAsync(rows[60], null, DeliveryReason.ToldAlready);

        await _given.Store.HoldAsync(
            [
                .. rows.Select(
                    (row, number) =>
                        (
                            Held(row, row.Due.AddHours(1), DeliveryReason.QuietHours),
                            _given.Ledger(DeliveryStep.Held) with
                            {
                                Subject = $"{number}",
                            }
                        )
                ),
            ],
            Token
        );

        (await _given.WaitingAsync()).Count(row => row.Due == rows[0].Due.AddHours(1)).ShouldBe(119);
    }

    [Fact]
    public async Task ReadLedgerAsync_GivesTheNewestFirst_WhenThereAreSeveral()
    {
        var row = (await _given.FileAsync(1))[0];
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger(DeliveryStep.Held, 1), Token);
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger(DeliveryStep.Kept, 3), Token);
        await _given.Store.MoveAsync(row, row.Due, null, _given.Ledger(DeliveryStep.Retried, 2), Token);

        (await _given.DecisionsAsync()).ShouldBe([DeliveryStep.Kept, DeliveryStep.Retried, DeliveryStep.Held]);
        (await _given.Store.ReadLedgerAsync(_given.Id, Token).FirstAsync(Token)).Incidents.ShouldBe(["NVDA-down-20250127"]);
        (await _given.Store.ReadLedgerAsync(Token).CountAsync(line => line.Subscriber == _given.Id, Token)).ShouldBe(3);
    }

    [Fact]
    public async Task LoadToldAsync_NamesWhoWasTold_OfAnIncident()
    {
        await _given.ClaimAsync(_given.Mail(await _given.FileAsync(1)));

        (await _given.Store.LoadToldAsync("NVDA-down-20250127", Token)).ShouldContain(new ToldSubscriber(_given.Id, Following.Changes));
        (await _given.Store.LoadToldAsync("NVDA-up-20250127", Token)).ShouldNotContain(subscriber => subscriber.Subscriber == _given.Id);
    }

    [Fact]
    public async Task LoadMailboxesAsync_ReadsARange_WhenThereAreMany()
    {
        var store = new TableSubscriberStore(
            new TableSet(TestStorage.Tables(), TestStorage.OwnPrefix()),
            new DeliveryOptions { Buckets = 1 }
        );
        GivenSubscriber[] readers = [.. Enumerable.Range(0, 40).Select(_ => new GivenSubscriber())];
        foreach (var reader in readers.Skip(1))
        {
            await store.SaveProfileAsync(reader.Subscriber, Token);
        }

        var mailboxes = await store.LoadMailboxesAsync(
            "b0000",
            readers.ToDictionary(reader => reader.Id, _ => (IReadOnlyList<Waiting>)[]),
            Token
        );

        mailboxes.Count.ShouldBe(40);
        mailboxes.Count(mailbox => mailbox.Subscriber is null).ShouldBe(1);
    }

    private static HeldItem Held(Waiting row, DateTimeOffset? until, DeliveryReason reason) => new(row, until, reason, "Because.");

    private Task HoldAsync(Waiting row, DateTimeOffset? until, DeliveryReason reason) =>
        _given.Store.HoldAsync([(Held(row, until, reason), _given.Ledger(DeliveryReasons.StepOf(reason)))], Token);
}
