using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>A replay that counts: what its functions ask of tables and queues is kept, and nobody is mailed.</summary>
internal static class CountingServices
{
    /// <summary>Puts the counters between the functions and the services.</summary>
    public static IServiceCollection AddCounting(this IServiceCollection services)
    {
        services
            .AddSingleton<CallMeter>()
            .AddSingleton(provider => TablesOf(provider.GetRequiredService<StorageOptions>(), provider.GetRequiredService<CallMeter>()))
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel, AcceptingChannel>();
        services.Decorate<IMessagePublisher>((inner, provider) => new CountedMessages(inner, provider.GetRequiredService<CallMeter>()));
        return services;
    }

    private static TableServiceClient TablesOf(StorageOptions storage, CallMeter meter)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new CountedRequests(meter), HttpPipelinePosition.PerRetry);
        return new TableServiceClient(storage.ConnectionString, options);
    }
}

/// <summary>Counts messages with the function call that publishes them.</summary>
/// <param name="inner">Publishes.</param>
/// <param name="meter">Keeps them.</param>
internal sealed class CountedMessages(IMessagePublisher inner, CallMeter meter) : IMessagePublisher
{
    /// <inheritdoc/>
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        meter.AddMessage();
        return inner.PublishAsync(message, cancellationToken);
    }
}

/// <summary>
/// A mail server that takes everything, after as long as a near one needs, so that mails are recorded as they are with a real one; nobody
/// is mailed.
/// </summary>
internal sealed class AcceptingChannel : IChannel
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public ChannelLimits Limits => ChannelLimits.None;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, TimeProvider.System, cancellationToken);
        return new SendResult(SendOutcome.Sent, "Counted.");
    }
}

/// <summary>Counts the requests of a storage client, retries too, with the function call that makes them.</summary>
/// <param name="meter">Keeps them.</param>
internal sealed class CountedRequests(CallMeter meter) : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        meter.AddRequest();
        ProcessNext(message, pipeline);
    }

    /// <inheritdoc/>
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        meter.AddRequest();
        return ProcessNextAsync(message, pipeline);
    }
}
