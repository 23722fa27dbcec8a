using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// One life of the host: the production composition, with a hand on everything that it does to the world outside. The group waits are
/// longer than a restart takes, so that what belongs into one mail is filed before it goes out, whenever the host dies.
/// </summary>
internal sealed class WalkHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WalkHost(Azurite azurite, TimeProvider time, WalkQueue queue, SmtpSink mail, int connections, Lifeline life)
    {
        Life = life;
        var options = new TableClientOptions();
        options.AddPolicy(new WalkedRequests(life), HttpPipelinePosition.PerCall);
        _services = TestComposition.Build(
            azurite,
            time,
            services =>
                services
                    .AddSingleton(new TableServiceClient(azurite.ConnectionString, options))
                    .AddSingleton<IMessagePublisher>(new WalkedPublisher(life, queue))
                    .AddSingleton<SmtpMailChannel>()
                    .AddSingleton<IChannel>(provider => new WalkedChannel(life, provider.GetRequiredService<SmtpMailChannel>())),
            ("Delivery:Buckets", "1"),
            ("Delivery:SevereWaitSeconds", "120"),
            ("Delivery:PlainWaitSeconds", "300"),
            ("Email:ParallelSends", connections.ToString(CultureInfo.InvariantCulture)),
            ("Email:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture))
        );
    }

    /// <summary>Its life.</summary>
    public Lifeline Life { get; }

    /// <summary>Works off a message, as the triggers do.</summary>
    public Task HandleAsync(OutgoingMessage message, CancellationToken stopping) =>
        message.Queue is QueueNames.Deliveries
            ? Get<Notifier>().FlushAsync(MessageCodec.Read<DueBucket>(message.Content).Body.Bucket, stopping)
            : Get<EventRouter>().RouteAsync(message.Id, MessageCodec.Read<MarketEvents>(message.Content).Body, stopping);

    /// <summary>A look of FlushDue.</summary>
    public Task PlanAsync(CancellationToken stopping) => Get<DuePlanner>().PlanAsync(stopping);

    /// <summary>Enters subscribers and baskets.</summary>
    public Task EnterAsync(WatchFile file, CancellationToken stopping) => Get<RuleRegistration>().EnterAsync(file, stopping);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
