using System.Data.Common;
using Azure.Core;

namespace Azure.Messaging.ServiceBus;

/// <summary>The way to a Service Bus namespace. It opens nothing until something is sent, as the real one.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly string _fullyQualifiedNamespace = "";
    private bool _isClosed;

    /// <summary>Connects with a connection string.</summary>
    /// <param name="connectionString">The connection string, <c>Endpoint=sb://...</c>.</param>
    /// <exception cref="ArgumentException">The connection string is empty or names no endpoint.</exception>
    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    /// <inheritdoc cref="ServiceBusClient(string)"/>
    /// <param name="connectionString">The connection string, <c>Endpoint=sb://...</c>.</param>
    /// <param name="options">How to connect.</param>
    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        _fullyQualifiedNamespace = EndpointHost(connectionString);
    }

    /// <summary>Connects with a token.</summary>
    /// <param name="fullyQualifiedNamespace">The host name of the namespace.</param>
    /// <param name="credential">Gives the tokens.</param>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    /// <inheritdoc cref="ServiceBusClient(string, TokenCredential)"/>
    /// <param name="fullyQualifiedNamespace">The host name of the namespace.</param>
    /// <param name="credential">Gives the tokens.</param>
    /// <param name="options">How to connect.</param>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullyQualifiedNamespace);
        ArgumentNullException.ThrowIfNull(credential);
        _fullyQualifiedNamespace = fullyQualifiedNamespace;
    }

    /// <summary>For mocking.</summary>
    protected ServiceBusClient()
    {
    }

    /// <summary>The host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace => _fullyQualifiedNamespace;

    /// <summary>Whether the client was disposed.</summary>
    public virtual bool IsClosed => _isClosed;

    /// <summary>Makes a sender.</summary>
    /// <param name="queueOrTopicName">The queue or topic.</param>
    /// <returns>A sender, whose sends the outline refuses.</returns>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new OutlineSender(this, queueOrTopicName);

    /// <summary>Makes a receiver.</summary>
    /// <param name="queueName">The queue.</param>
    /// <param name="options">How to receive.</param>
    /// <returns>A receiver, which the outline lets receive nothing.</returns>
    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) => new OutlineReceiver();

    /// <summary>Closes the client.</summary>
    /// <returns>When it is closed.</returns>
    public virtual ValueTask DisposeAsync()
    {
        _isClosed = true;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string EndpointHost(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return parts.TryGetValue("Endpoint", out var endpoint) && Uri.TryCreate($"{endpoint}", UriKind.Absolute, out var uri)
            ? uri.Host
            : throw new ArgumentException("The connection string names no endpoint.", nameof(connectionString));
    }

    private sealed class OutlineReceiver : ServiceBusReceiver;

    private sealed class OutlineSender(ServiceBusClient client, string queueOrTopicName) : ServiceBusSender(client, queueOrTopicName);
}
