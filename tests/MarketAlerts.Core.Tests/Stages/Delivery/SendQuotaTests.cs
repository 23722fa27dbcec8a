using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.Time.Testing;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>Mail takes 10 messages an hour, of which 2 are kept for what is severe.</summary>
public sealed class SendQuotaTests
{
    private readonly FakeTimeProvider _time = new(Given.At("14:31"));
    private readonly RememberedQuotas _store = new();
    private readonly LogRecorder<SendQuota> _log = new();
    private readonly SendQuota _quota;

    public SendQuotaTests() =>
        _quota = new SendQuota(
            new MarketClock(_time, Given.Calendar),
            new ChannelSet([new Counted(ChannelKind.Email, new(0, 10)), new Counted(ChannelKind.Webhook, ChannelLimits.None)]),
            _store,
            _log
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAsync_SaysUntilWhenAndWhy_WhenThereIsNoRoom()
    {
        await TakeAsync(8, Severity.Plain);

        (await TakeAsync(1, Severity.Plain)).ShouldBe(
            (Given.At("15:31"), "Email takes 0 messages a minute and 10 an hour: it waits for its turn.")
        );
        (await TakeAsync(1, Severity.Severe)).ShouldBeNull();
    }

    [Fact]
    public async Task TakeAsync_TellsOpsOnce_WhenOnlyThePartForWhatIsSevereIsLeft()
    {
        await TakeAsync(7, Severity.Plain);
        _log.Entries.ShouldBeEmpty();

        await TakeAsync(1, Severity.Plain);
        await TakeAsync(1, Severity.Severe);

        var (_, id, text) = _log.Entries.ShouldHaveSingleItem();
        (id.Id, id.Name).ShouldBe((3003, "QuotaNearlyUsed"));
        text.ShouldStartWith("The Email channel was given 8 of 10 messages an hour");
    }

    [Fact]
    public async Task TakeAsync_CountsAgain_WhenAnotherInstanceSavedFirst()
    {
        _store.Before = () =>
            _store.Window = new QuotaWindow(
                ChannelKind.Email,
                new Dictionary<long, int> { [Given.At("14:31").ToUnixTimeSeconds() / 60] = 8 }
            );

        (await TakeAsync(1, Severity.Plain)).ShouldNotBeNull();
    }

    [Fact]
    public async Task TakeAsync_AsksNobody_WhenTheChannelHasNoLimits()
    {
        (
            await _quota.TakeAsync(Plan(Severity.Plain, [new ChannelAddress(ChannelKind.Webhook, "https://example.com/hook")]), Token)
        ).ShouldBeNull();

        _store.Window.ShouldBeNull();
    }

    private Task<(DateTimeOffset Until, string Reason)?> TakeAsync(int messages, Severity severity) =>
        _quota.TakeAsync(
            Plan(severity, [.. Enumerable.Range(0, messages).Select(number => ChannelAddress.Email($"ana{number}@example.com"))]),
            Token
        );

    private static FlushPlan Plan(Severity severity, ChannelAddress[] to)
    {
        var row = Mailbox(Entry(Nvda) with { Severity = severity }).Items[0];
        return new FlushPlan(
            [],
            [new TakenItem(row, [.. row.Item!.Entries.Select(entry => new ToldEntry(entry, Telling.Opened))])],
            [Nvda],
            MailKind.Opened,
            ""
        )
        {
            To = to,
        };
    }

    private sealed class Counted(ChannelKind kind, ChannelLimits limits) : IChannel
    {
        public ChannelKind Kind => kind;

        public ChannelLimits Limits => limits;

        public Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>One window in memory; the first save after <see cref="Before"/> was set finds another one there.</summary>
    private sealed class RememberedQuotas : IQuotaStore
    {
        public QuotaWindow? Window { get; set; }

        public Action? Before { get; set; }

        public Task<QuotaWindow?> LoadAsync(ChannelKind kind, CancellationToken cancellationToken) => Task.FromResult(Window);

        public Task<bool> SaveAsync(QuotaWindow window, CancellationToken cancellationToken)
        {
            if (Before is { } before)
            {
                Before = null;
                before();
                return Task.FromResult(false);
            }

            Window = window;
            return Task.FromResult(true);
        }
    }
}
