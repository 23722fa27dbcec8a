using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Opening;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Opening;

/// <summary>Monday 27 January 2025: the session opens at 14:30 UTC. All subscribers are in one bucket.</summary>
public sealed class OpeningNoticesTests : IOpeningStore, IHealthStore
{
    private static readonly Subscriber Ana = GivenMail.Ana with { ProofOfLife = true };

    private readonly MemorySubscribers _subscribers = new();
    private readonly RememberedMarket _market = new();
    private readonly FakeWorld _world = new();
    private readonly FakeTimeProvider _time = new(Given.Utc("2025-01-10T14:00Z"));
    private readonly Dictionary<string, DateOnly> _marked = [];
    private readonly List<SourceHealth> _health = [];
    private int _reads;
    private OpeningNotices _notices;

    public OpeningNoticesTests()
    {
        _world.Catalog = new Catalog([], new Dictionary<Symbol, string> { [Given.Sym("NVDA")] = "p0000" });
        _subscribers.Put(Ana);
        QuoteAt("14:30");
        _notices = Notices();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TellAsync_TellsWhoWantsIt_Once()
    {
        _subscribers.Put(GivenMail.Ana with { Email = "ben@example.com" });
        _subscribers.Put(Ana with { Email = "gone@example.com", Unsubscribed = true });

        (await TellAsync("14:31")).ShouldBe(1);
        (await TellAsync("14:32")).ShouldBe(0);

        var item = _subscribers.Items.ShouldHaveSingleItem();
        (item.Subscriber, item.MessageId, item.Due).ShouldBe((Ana.Id, "open.20250127", Given.At("14:31")));
        var entry = item.Entries.ShouldHaveSingleItem();
        (entry.Kind, entry.Notice!.Kind).ShouldBe((EntryKind.Notice, MailKind.ProofOfLife));
        entry.Notice.Title.ShouldBe("Watching your rule on Monday 27 January");
        _world.Published.ShouldHaveSingleItem().Queue.ShouldBe("deliveries");
    }

    // A minute after the open, for ten minutes; in UTC the open of 10 March is an hour earlier. The 20th of January is a holiday.
    [Theory]
    [InlineData("2025-01-27T14:30:59Z", 0)]
    [InlineData("2025-01-27T14:31:00Z", 1)]
    [InlineData("2025-01-27T14:40:59Z", 1)]
    [InlineData("2025-01-27T14:41:00Z", 0)]
    [InlineData("2025-03-10T13:31:00Z", 1)]
    [InlineData("2025-03-10T14:31:00Z", 0)]
    [InlineData("2025-01-20T14:31:00Z", 0)]
    [InlineData("2025-01-25T14:31:00Z", 0)]
    public async Task TellAsync_TellsShortlyAfterTheOpen_Alone(string now, int expected)
    {
        QuoteAt(now);

        (await TellAsync(now)).ShouldBe(expected);

        _reads.ShouldBe(expected, "outside of these minutes nothing is read");
    }

    [Fact]
    public async Task TellAsync_ReadsNothing_OnceTheSessionIsTold()
    {
        await TellAsync("14:31");
        var (reads, pages) = (_reads, _market.PageLoads);

        for (var minute = 32; minute <= 40; minute++)
        {
            await TellAsync($"14:{minute}");
        }

        (_reads, _market.PageLoads).ShouldBe((reads, pages));
    }

    [Fact]
    public async Task TellAsync_ReadsOnlyTheMarks_InAnotherInstance()
    {
        await TellAsync("14:31");
        var pages = _market.PageLoads;
        _notices = Notices();

        (await TellAsync("14:32")).ShouldBe(0);

        (_subscribers.Items.Count, _market.PageLoads, _world.Published.Count).ShouldBe((1, pages, 1));
    }

    [Fact]
    public async Task TellAsync_FilesTheRest_AfterACrash()
    {
        _subscribers.Put(Ana with { Email = "ben@example.com" });
        var writes = 0;
        _subscribers.Writing = _ => writes = writes is 1 ? throw new IOException("down") : 1;

        await Should.ThrowAsync<IOException>(() => TellAsync("14:31"));
        (_subscribers.Items.Count, _marked.Count).ShouldBe((1, 0), "a bucket is marked only once it was filed");
        _subscribers.Writing = null;
        (await TellAsync("14:32")).ShouldBe(2);

        _subscribers.Items.Select(item => item.Subscriber).Distinct().Count().ShouldBe(2);
        (_subscribers.Items.Count, _marked.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task TellAsync_WakesTheBucket_WhenTheCrashWasBeforeTheFlushRequest()
    {
        _world.Down = true;
        await Should.ThrowAsync<IOException>(() => TellAsync("14:31"));
        _world.Down = false;

        await TellAsync("14:32");

        (_subscribers.Items.Count, _world.Published.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task TellAsync_TellsEachSession()
    {
        await TellAsync("14:31");
        QuoteAt("2025-01-28T14:30Z");

        (await TellAsync("2025-01-28T14:31Z")).ShouldBe(1);

        _subscribers.Items.Select(item => item.MessageId).ShouldBe(["open.20250127", "open.20250128"]);
    }

    // The first quote may take five minutes; then it is told that there is none.
    [Theory]
    [InlineData("14:34:59", 0)]
    [InlineData("14:35:00", 1)]
    public async Task TellAsync_AwaitsTheFirstQuote(string now, int expected)
    {
        QuoteAt("2025-01-24T21:00Z");

        (await TellAsync(now)).ShouldBe(expected);

        (_subscribers.Items.Count, _marked.Count).ShouldBe((expected, expected));
        _subscribers.Items.ShouldAllBe(item => item.Entries[0].Notice!.Title == "Watching your rule, but no quotes come in");
    }

    [Fact]
    public async Task TellAsync_TellsAtOnce_WhenTheSourceSaysThatItIsLate()
    {
        QuoteAt("2025-01-24T21:00Z", TimeSpan.FromMinutes(15));

        (await TellAsync("14:31")).ShouldBe(1);

        _subscribers.Items[0].Entries[0].Notice!.Text.ShouldContain("Quotes come 15 minutes late");
    }

    [Theory]
    [InlineData("quotes.massive", "14:30", "1 of 2 for quotes (not massive)")]
    [InlineData("quotes.massive", "14:10", "1 of 1 for quotes")] // A stand-in that nobody asked for 21 minutes.
    [InlineData("history.massive", "14:30", "1 of 1 for quotes")]
    public async Task TellAsync_NamesTheSources_ThatWereAskedOfLate(string source, string seen, string expected)
    {
        _health.Add(new SourceHealth("quotes.alpaca", SourceState.Good, Given.At("14:30"), Given.At("14:30"), null, ""));
        _health.Add(new SourceHealth(source, SourceState.Failing, Given.At("14:10"), Given.At(seen), null, "down"));

        await TellAsync("14:31");

        _subscribers.Items[0].Entries[0].Notice!.Text.ShouldEndWith($"Sources that answer: {expected}.");
    }

    public static TheoryData<Subscriber> Resting =>
        [
            Ana with
            {
                QuietHours = new QuietHours(new TimeOnly(9, 0), new TimeOnly(10, 0), true),
            },
            Ana with
            {
                Vacation = new Vacation(Given.Day, Given.Day),
            },
            Ana with
            {
                Snoozes = [new Snooze(SnoozeScope.All, "", Given.At("14:00"), Given.At("20:00"))],
            },
        ];

    [Theory]
    [MemberData(nameof(Resting))]
    public async Task TellAsync_LeavesOut_WhoWouldReadItLater(Subscriber resting)
    {
        _subscribers.Put(resting);

        await TellAsync("14:31");

        _subscribers.Items.ShouldBeEmpty();
        _marked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Compose_MakesAProofOfLife_OfIt()
    {
        await TellAsync("14:31");

        var mail = GivenMail.Compose(GivenMail.Mailbox([.. _subscribers.Items[0].Entries]), "14:31", TimeSpan.Zero);

        (mail.Kind, mail.Subject, mail.Content.TargetName, mail.Reason).ShouldBe(
            (MailKind.ProofOfLife, "Watching your rule on Monday 27 January", "since 09:30 ET", "You asked for a line at each open.")
        );
    }

    Task<IReadOnlySet<string>> IOpeningStore.ReadAsync(DateOnly session, CancellationToken cancellationToken)
    {
        _reads++;
        return Task.FromResult<IReadOnlySet<string>>(_marked.Where(mark => mark.Value == session).Select(mark => mark.Key).ToHashSet());
    }

    Task IOpeningStore.SaveAsync(string bucket, DateOnly session, CancellationToken cancellationToken)
    {
        _marked[bucket] = session;
        return Task.CompletedTask;
    }

    Task IHealthStore.SaveAsync(SourceHealth health, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<SourceHealth>> IHealthStore.ReadAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceHealth>>(_health);

    private Task<int> TellAsync(string now)
    {
        _time.SetUtcNow(Given.Instant(now));
        return _notices.TellAsync(Stop);
    }

    private OpeningNotices Notices()
    {
        var clock = new MarketClock(_time, Given.Calendar);
        return new OpeningNotices(
            clock,
            _subscribers,
            this,
            new OpeningLoader(clock, _world, _market, this),
            new NoticeSender(clock, _subscribers, _subscribers, _world),
            new SubscriberHolds(Given.Calendar)
        );
    }

    private void QuoteAt(string time, TimeSpan delay = default)
    {
        var page = new MarketPage("p0000") { DeclaredDelay = delay, Poll = Given.At("14:30") };
        page.Include([Given.Sym("NVDA")]);
        page.Symbols.First().QuoteTime = Given.Instant(time);
        _market.Put(page);
    }
}
