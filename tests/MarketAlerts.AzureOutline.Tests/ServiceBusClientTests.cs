using Azure.Core;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusClientTests
{
    private const string Namespace = "alerts.servicebus.windows.net";
    private const string ConnectionString = $"Endpoint=sb://{Namespace}/;SharedAccessKeyName=send;SharedAccessKey=a2V5";

    private static readonly TokenCredential Credential = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);

    public static TheoryData<Func<ServiceBusClient>> Clients { get; } = new()
    {
        () => new ServiceBusClient(ConnectionString),
        () => new ServiceBusClient(ConnectionString, new ServiceBusClientOptions()),
        () => new ServiceBusClient(Namespace, Credential),
        () => new ServiceBusClient(Namespace, Credential, new ServiceBusClientOptions()),
    };

    [Theory]
    [MemberData(nameof(Clients), DisableDiscoveryEnumeration = true)]
    public async Task ServiceBusClient_KnowsItsNamespace_WhenConstructed(Func<ServiceBusClient> construct)
    {
        await using var client = construct();

        client.FullyQualifiedNamespace.ShouldBe(Namespace);
        client.IsClosed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("SharedAccessKeyName=send")]
    [InlineData("no connection string")]
    public void ServiceBusClient_Throws_WhenTheConnectionStringNamesNoEndpoint(string connectionString) =>
        Should.Throw<ArgumentException>(() => new ServiceBusClient(connectionString));

    [Fact]
    public void ServiceBusClient_Throws_WhenTheCredentialIsMissing() =>
        Should.Throw<ArgumentNullException>(() => new ServiceBusClient(Namespace, default(TokenCredential)!));

    [Fact]
    public async Task CreateSender_KnowsItsQueue_WhenCalled()
    {
        await using var client = new ServiceBusClient(ConnectionString);
        await using var sender = client.CreateSender("events");

        (sender.EntityPath, sender.FullyQualifiedNamespace, sender.IsClosed).ShouldBe(("events", Namespace, false));
    }

    [Fact]
    public async Task DisposeAsync_Closes_WhenCalled()
    {
        var client = new ServiceBusClient(ConnectionString);
        var sender = client.CreateSender("events");

        await sender.DisposeAsync();
        await client.DisposeAsync();

        (client.IsClosed, sender.IsClosed).ShouldBe((true, true));
    }

    [Fact]
    public void ServiceBusClientOptions_HaveTheDefaultsOfTheRealOnes_WhenNew()
    {
        var options = new ServiceBusClientOptions();

        (options.Identifier, options.TransportType).ShouldBe((null, ServiceBusTransportType.AmqpTcp));
        (options.RetryOptions.Mode, options.RetryOptions.MaxRetries).ShouldBe((ServiceBusRetryMode.Exponential, 3));
        (options.RetryOptions.Delay, options.RetryOptions.MaxDelay, options.RetryOptions.TryTimeout)
            .ShouldBe((TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)));
    }
}
