using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Registration;

public sealed class WelcomeNoticesTests
{
    private readonly MemorySubscribers _subscribers = new();
    private readonly FakeWorld _world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_TellsTheRules_Once()
    {
        var ana = GivenMail.Ana with { Rules = [Rule.FromText("NVDA notable"), Rule.FromText("#chips notable")] };

        await SendAsync(ana, GivenMail.Ana with { Email = "gone@example.com", Unsubscribed = true });
        await SendAsync(ana);

        var item = _subscribers.Items.ShouldHaveSingleItem();
        var notice = item.Entries.ShouldHaveSingleItem().Notice!;
        (item.Subscriber, notice.Kind).ShouldBe((ana.Id, MailKind.Welcome));
        notice.Text.ShouldStartWith("You have 2 rules: NVDA notable; #chips notable. ");
        _world.Published.Count.ShouldBe(2, "a wake-up each time does no harm");
    }

    [Theory]
    [InlineData("You have no rules yet. ")]
    [InlineData("You have one rule: NVDA notable. ", "NVDA notable")]
    public async Task SendAsync_CountsTheRules(string text, params string[] rules)
    {
        await SendAsync(GivenMail.Ana with { Rules = [.. rules.Select(Rule.FromText)] });

        _subscribers.Items[0].Entries[0].Notice!.Text.ShouldStartWith(text);
    }

    [Fact]
    public async Task Compose_MakesAWelcome_OfIt()
    {
        await SendAsync(GivenMail.Ana);

        var mail = GivenMail.Compose(GivenMail.Mailbox([.. _subscribers.Items[0].Entries]), "14:31", TimeSpan.Zero);

        (mail.Kind, mail.Subject, mail.Reason).ShouldBe(
            (MailKind.Welcome, "MarketAlerts watches for you", "You were entered as a subscriber.")
        );
    }

    private Task SendAsync(params Subscriber[] readers) =>
        new WelcomeNotices(
            new NoticeSender(new MarketClock(new FakeTimeProvider(Given.At("14:31")), Given.Calendar), _subscribers, _subscribers, _world)
        ).SendAsync(readers, Stop);
}
