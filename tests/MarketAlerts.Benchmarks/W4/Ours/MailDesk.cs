using System.Globalization;
using MarketAlerts.Adapters.Email;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;
using MarketAlerts.Functions.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>The production composition with readers in memory: this is what changes when the sending does.</summary>
internal sealed class MailDesk : IAsyncDisposable
{
    private static readonly Dictionary<string, Incident> Incidents = new() { [ChipsDay.Incident.Id] = ChipsDay.Incident };

    private readonly ServiceProvider _services;
    private readonly MailScene _scene;

    /// <summary>A desk that sends to a port of this machine.</summary>
    public MailDesk(int port, bool hasPicture)
    {
        _scene = hasPicture ? ChipsDay.Scene : ChipsDay.PlainScene;
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", // Nothing is stored there.
            ["Links:BaseUrl"] = "https://alerts.example.com",
            ["Links:SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["Email:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
        };
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddMarketAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IRecipientStore>(Recipients)
            .AddNoSources()
            .AddLogging()
            .BuildServiceProvider();
    }

    /// <summary>The readers.</summary>
    public MemoryRecipients Recipients { get; } = new();

    /// <summary>All that waits.</summary>
    public Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken cancellationToken) => Recipients.GetWaitingAsync("b0000", null, cancellationToken);

    /// <summary>Decides, composes, writes down, sends and records the mail of one reader.</summary>
    public async Task SendAsync(Waiting item, CancellationToken cancellationToken)
    {
        var (plan, mailbox, composed) = await ComposeAsync(item, cancellationToken);
        var lead = plan.Carried[0];
        var mail = new ClaimedMail(
            item.Subscriber.Text, ClaimedMail.KeyOf(lead.Session, lead.Id, mailbox.NumberOfNext(lead.Id)), MailState.Claimed, [lead.Id], false, [item], 0, composed);
        var row = new Waiting(item.Subscriber, StoppedClock.Now.AddMinutes(2), WaitingKind.Mail, mail.Key);
        if (await Recipients.ClaimAsync(mail, row.Due, new LedgerEntry(item.Subscriber, StoppedClock.Now, "claimed", mail.Key, plan.Reason), cancellationToken))
        {
            await Get<MailSender>().SendAsync(mail, row, cancellationToken);
        }
    }

    /// <summary>The message that <see cref="SendAsync"/> puts on the wire for a reader.</summary>
    public async Task<MimeMessage> MessageAsync(Waiting item, CancellationToken cancellationToken) =>
        Get<MailRenderer>().BuildMessage((await ComposeAsync(item, cancellationToken)).Mail);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<(FlushPlan Plan, Mailbox Mailbox, AlertMail Mail)> ComposeAsync(Waiting item, CancellationToken cancellationToken)
    {
        var mailbox = await Recipients.LoadMailboxAsync(item.Subscriber, [item], StoppedClock.Now, cancellationToken);
        var plan = Get<FlushPlanner>().Plan(mailbox, Incidents, ChipsDay.Catalog, StoppedClock.Now);
        var links = Get<IMailLinks>().LinksFor(item.Subscriber, ChannelAddress.Email(mailbox.Subscriber!.Email), plan.Carried[0].Id, plan.Entries.First().Rules[0], StoppedClock.Now);
        var around = new MailSurroundings(StoppedClock.Now, Get<SenderOptions>().Domain, links, _scene) { Published = ChipsDay.Published };
        return (plan, mailbox, Get<MailComposer>().Compose(plan, mailbox, ChipsDay.Catalog, around));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
