using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages.Splits;

public sealed class SplitRescalerTests
{
    private const string Ana = "ana@example.com";
    private const string Ben = "ben@example.com";
    private readonly SplitWorld _world = new();

    private static string AnaId => SubscriberId.FromAddress(Ana).Text;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RescaleAsync_RescalesRulesLevelsAndToldRange_AndLetsTheRulesGoOn()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200", "NVDA above 1300", "AMD below 100");
        _world.Levels.ShouldBe(["Down 12000000", "Up 13000000"]);

        await _world.TakeSplitAsync();
        (_world.IsHeld, _world.Nvda.Told).ShouldBe((true, new PriceTold(1_150_000, 1_250_000)));
        await _world.RescaleAsync();

        _world
            .Subscribers.ProfileOf(Ana)
            .Rules.ShouldBe([Rule.FromText("NVDA below 120"), Rule.FromText("NVDA above 130"), Rule.FromText("AMD below 100")]);
        _world.Subscriptions.Rows.ShouldBe([
            $"1000000 AMD below 100 {AnaId}",
            $"1200000 NVDA below 120 {AnaId}",
            $"1300000 NVDA above 130 {AnaId}",
        ]);
        _world.Levels.ShouldBe(["Down 1200000", "Up 1300000"]);
        (_world.IsHeld, _world.Nvda.Told).ShouldBe((false, new PriceTold(1_150_000, 1_250_000)));
        _world.Market.PageOf("p0000").LateRules.ShouldHaveSingleItem().Symbol.ShouldBe(Given.Sym("AMD"), "NVDA's is in old shares");
    }

    [Fact]
    public async Task RescaleAsync_TellsEachSubscriberOnce()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.EnterAsync(Ben, "AMD below 100");
        await _world.TakeSplitAsync();

        await _world.RescaleAsync();
        await _world.RescaleAsync();

        var item = _world.Subscribers.Items.ShouldHaveSingleItem();
        (item.Subscriber, item.MessageId, item.Due).ShouldBe((SubscriberId.FromAddress(Ana), "split.NVDA.20250127", Given.At("14:30:45")));
        var entry = item.Entries.ShouldHaveSingleItem();
        (entry.Kind, entry.Severity, entry.IncidentId).ShouldBe((EntryKind.Notice, Severity.Plain, "NVDA-split-20250127"));
        entry.Notice.ShouldBe(
            new Notice(
                "NVDA split 10 for 1: your price rules were rescaled",
                "NVDA split 10 for 1 on 27 January 2025: your rule 'NVDA below 1200' is now 'NVDA below 120'. Nothing else changed."
            )
        );
    }

    [Fact]
    public async Task RescaleAsync_ChangesNothing_WhenTheMessageComesAgainLater()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.TakeSplitAsync();
        await _world.RescaleAsync();
        await _world.EnterAsync(Ben, "NVDA below 110");
        var saves = _world.Market.Saves;

        await _world.RescaleAsync();

        (_world.Subscribers.ProfileOf(Ben).Rules.Single().Text, _world.Market.Saves).ShouldBe(("NVDA below 110", saves));
    }

    [Fact]
    public async Task RescaleAsync_LeavesARuleEnteredInNewShares_WhenItIsEnteredBeforeTheRescaling()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.TakeSplitAsync();
        await _world.EnterAsync(Ben, "NVDA below 110");

        await _world.RescaleAsync();

        _world.Subscribers.ProfileOf(Ben).Rules.ShouldBe([Rule.FromText("NVDA below 110")]);
        _world.Levels.ShouldBe(["Down 1100000", "Down 1200000"]);
        _world.Subscribers.Items.ShouldHaveSingleItem().Subscriber.ShouldBe(SubscriberId.FromAddress(Ana));
    }

    [Fact]
    public async Task RescaleAsync_LeavesAPriceForAnyOfABasket_AndTellsItsSubscriber()
    {
        await _world.EnterAsync(Ana, "any of #chips below 1200");
        await _world.TakeSplitAsync();

        await _world.RescaleAsync();

        _world.Subscribers.ProfileOf(Ana).Rules.ShouldBe([Rule.FromText("any of #chips below 1200")]);
        _world
            .Subscribers.Items.ShouldHaveSingleItem()
            .Entries[0]
            .Notice.ShouldBe(
                new Notice(
                    "NVDA split 10 for 1: please look at your price rules",
                    "NVDA split 10 for 1 on 27 January 2025. 'any of #chips below 1200' stays as it is: one price for several "
                        + "stocks cannot be rescaled for one of them."
                )
            );
    }

    [Fact]
    public async Task RescaleAsync_LetsAOnceRuleFireOnlyOnce_UnderBothTexts()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200 once", "NVDA above 1300 once");
        await _world.Subscribers.ClaimOnceAsync(SubscriberId.FromAddress(Ana), Rule.FromText("NVDA below 1200 once"), "fired", Token);
        await _world.TakeSplitAsync();

        await _world.RescaleAsync();

        (
            await _world.Subscribers.ClaimOnceAsync(SubscriberId.FromAddress(Ana), Rule.FromText("NVDA below 120 once"), "fires", Token)
        ).ShouldBeFalse("it has fired");
        (
            await _world.Subscribers.ClaimOnceAsync(SubscriberId.FromAddress(Ana), Rule.FromText("NVDA above 130 once"), "fires", Token)
        ).ShouldBeTrue("it has not");
    }

    [Fact]
    public async Task EnterAsync_ChangesNothing_WhenTheOldWatchFileIsEnteredAgain()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.TakeSplitAsync();
        await _world.RescaleAsync();

        await _world.EnterAsync(Ana, "NVDA below 1200");

        _world.Subscribers.ProfileOf(Ana).Rules.ShouldBe([Rule.FromText("NVDA below 120")]);
        _world.Subscriptions.Rows.ShouldBe([$"1200000 NVDA below 120 {AnaId}"]);
        _world.Levels.ShouldBe(["Down 1200000"]);
    }

    // Between reading the profile and writing it the subscriber unsubscribes, or enters another rule instead.
    [Fact]
    public async Task RescaleAsync_KeepsWhatChangedMeanwhile()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.TakeSplitAsync();
        _world.Subscribers.Writing = what =>
        {
            _world.Subscribers.Writing = null;
            what.ShouldBe("item");
            _world.Subscribers.Put(
                _world.Subscribers.ProfileOf(Ana) with
                {
                    Unsubscribed = true,
                    Rules = [Rule.FromText("NVDA notable")],
                    PriceRules = [],
                }
            );
        };

        await _world.RescaleAsync();

        var profile = _world.Subscribers.ProfileOf(Ana);
        (profile.Unsubscribed, profile.Rules.Single().Text).ShouldBe((true, "NVDA notable"));
        _world.Subscriptions.Rows.ShouldBeEmpty("what the first attempt added is gone");
    }

    [Fact]
    public async Task RescaleAsync_AsksForTheRest_WhenThereAreMoreSubscribersThanOneMessageTakes()
    {
        for (var number = 0; number < 201; number++)
        {
            await _world.EnterAsync($"reader{number}@example.com", "NVDA below 1200");
        }

        await _world.TakeSplitAsync();
        await _world.RescaleAsync();

        (_world.Subscribers.Items.Count, _world.IsHeld).ShouldBe((200, true));
        var next = MessageCodec.Read<RescaleRequest>(_world.World.Published.ShouldHaveSingleItem().Content).Body;
        await _world.RescaleAsync(next.After);

        (_world.Subscribers.Items.Count, _world.IsHeld).ShouldBe((201, false));
        _world.Levels.ShouldBe(["Down 1200000"]);
    }

    [Fact]
    public async Task RescaleAsync_RescalesTheOthers_AndKeepsHolding_WhenOneSubscriberFails()
    {
        await _world.EnterAsync(Ana, "NVDA below 1200");
        await _world.EnterAsync(Ben, "NVDA below 1200");
        await _world.TakeSplitAsync();
        _world.Subscribers.Writing = _ =>
        {
            _world.Subscribers.Writing = null;
            throw new TimeoutException("down");
        };

        await Should.ThrowAsync<AggregateException>(() => _world.RescaleAsync());

        (_world.Subscribers.Items.Count, _world.IsHeld).ShouldBe((1, true));
        await _world.RescaleAsync();
        (_world.Subscribers.Items.Count, _world.IsHeld).ShouldBe((2, false));
    }

    [Fact]
    public async Task RescaleAsync_EndsTheSame_AfterACrashBeforeAnyOfItsWrites()
    {
        var (writes, undisturbed) = await RunAsync(int.MaxValue, _ => { });
        writes.ShouldBe(10, "of Ana's two rules 4 rows, 2 claims, item and profile; of Ben item alone; and the page");

        for (var crash = 1; crash <= writes; crash++)
        {
            (await RunAsync(crash, _ => throw new IOException("crash"))).State.ShouldBe(undisturbed, $"crash before write {crash}");
        }
    }

    // The other instance does all of it between two writes of this one.
    [Fact]
    public async Task RescaleAsync_EndsTheSame_WhenAnotherInstanceDoesItMeanwhile()
    {
        var (writes, undisturbed) = await RunAsync(int.MaxValue, _ => { });

        for (var before = 1; before <= writes; before++)
        {
            (await RunAsync(before, world => world.RescaleAsync().IsCompletedSuccessfully.ShouldBeTrue())).State.ShouldBe(
                undisturbed,
                $"before write {before}"
            );
        }
    }

    /// <summary>Rescales with something happening before one of the writes, and again until it ends.</summary>
    private static async Task<(int Writes, string State)> RunAsync(int before, Action<SplitWorld> happens)
    {
        var world = new SplitWorld();
        await world.EnterAsync(Ana, "NVDA below 1200 once", "NVDA above 1300");
        await world.Subscribers.ClaimOnceAsync(SubscriberId.FromAddress(Ana), Rule.FromText("NVDA below 1200 once"), "fired", Token);
        await world.EnterAsync(Ben, "any of #chips above 1300");
        await world.TakeSplitAsync();
        var writes = 0;
        void Write()
        {
            if (++writes == before)
            {
                happens(world);
            }
        }

        (world.Subscribers.Writing, world.Subscriptions.Writing, world.Market.Meanwhile) = (_ => Write(), _ => Write(), Write);
        for (var delivered = false; !delivered; )
        {
            delivered = await Record.ExceptionAsync(() => world.RescaleAsync()) is null;
            world.Market.Meanwhile = delivered ? null : Write;
        }

        var profile = world.Subscribers.ProfileOf(Ana);
        return (
            writes,
            string.Join(
                '\n',
                [
                    .. profile.Rules,
                    .. profile.PriceRules!.Select(known => known.ToString()),
                    .. world.Subscriptions.Rows,
                    .. world.Levels,
                    world.IsHeld.ToString(),
                    .. world.Subscribers.Items.OrderBy(item => item.Subscriber).Select(item => item.Entries.Single().Notice!.Text),
                    world.Subscribers.ClaimOf(Ana, Rule.FromText("NVDA below 120 once")) ?? "unclaimed",
                    world.Subscribers.ClaimOf(Ana, Rule.FromText("NVDA above 130")) ?? "unclaimed",
                ]
            )
        );
    }
}
