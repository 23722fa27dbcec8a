using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

/// <summary>The whole surface: a line that changes here must first have changed in the real packages.</summary>
public sealed class PublicSurfaceTests
{
    private const string Expected =
        """
        class Azure.Messaging.ServiceBus.CreateMessageBatchOptions
          Nullable<Int64> MaxSizeInBytes { get; set; }
          ctor()
        class Azure.Messaging.ServiceBus.ServiceBusClient
          ctor(String connectionString)
          ctor(String connectionString, ServiceBusClientOptions options)
          ctor(String fullyQualifiedNamespace, TokenCredential credential)
          ctor(String fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options)
          protected ctor()
          virtual Boolean IsClosed { get; }
          virtual ServiceBusReceiver CreateReceiver(String queueName, ServiceBusReceiverOptions options)
          virtual ServiceBusSender CreateSender(String queueOrTopicName)
          virtual String FullyQualifiedNamespace { get; }
          virtual ValueTask DisposeAsync()
        class Azure.Messaging.ServiceBus.ServiceBusClientOptions
          ServiceBusRetryOptions RetryOptions { get; set; }
          ServiceBusTransportType TransportType { get; set; }
          String Identifier { get; set; }
          ctor()
        class Azure.Messaging.ServiceBus.ServiceBusException : Exception
          Boolean IsTransient { get; }
          ServiceBusFailureReason Reason { get; }
          String EntityPath { get; }
          ctor()
          ctor(Boolean isTransient, String message, String entityName = default, ServiceBusFailureReason reason = default, Exception innerException = default)
          ctor(String message, ServiceBusFailureReason reason, String entityPath = default, Exception innerException = default)
          override String Message { get; }
        enum Azure.Messaging.ServiceBus.ServiceBusFailureReason
          GeneralError = 0
          MessagingEntityNotFound = 1
          MessageLockLost = 2
          MessageNotFound = 3
          MessageSizeExceeded = 4
          MessagingEntityDisabled = 5
          QuotaExceeded = 6
          ServiceBusy = 7
          ServiceTimeout = 8
          ServiceCommunicationProblem = 9
          SessionCannotBeLocked = 10
          SessionLockLost = 11
          MessagingEntityAlreadyExists = 12
        class Azure.Messaging.ServiceBus.ServiceBusMessage
          BinaryData Body { get; set; }
          DateTimeOffset ScheduledEnqueueTime { get; set; }
          IDictionary<String, Object> ApplicationProperties { get; }
          String ContentType { get; set; }
          String CorrelationId { get; set; }
          String MessageId { get; set; }
          String PartitionKey { get; set; }
          String SessionId { get; set; }
          String Subject { get; set; }
          TimeSpan TimeToLive { get; set; }
          ctor()
          ctor(BinaryData body)
          ctor(String body)
          override String ToString()
        sealed class Azure.Messaging.ServiceBus.ServiceBusMessageBatch
          Boolean TryAddMessage(ServiceBusMessage message)
          Int32 Count { get; }
          Int64 MaxSizeInBytes { get; }
          Int64 SizeInBytes { get; }
          Void Dispose()
        static class Azure.Messaging.ServiceBus.ServiceBusModelFactory
          static ServiceBusMessageBatch ServiceBusMessageBatch(Int64 batchSizeBytes, IList<ServiceBusMessage> batchMessageStore, CreateMessageBatchOptions batchOptions = default, Func<ServiceBusMessage, Boolean> tryAddCallback = default)
          static ServiceBusReceivedMessage ServiceBusReceivedMessage(BinaryData body = default, String messageId = default, IDictionary<String, Object> properties = default, Int64 sequenceNumber = default, DateTimeOffset enqueuedTime = default)
        enum Azure.Messaging.ServiceBus.ServiceBusReceiveMode
          PeekLock = 0
          ReceiveAndDelete = 1
        class Azure.Messaging.ServiceBus.ServiceBusReceivedMessage
          BinaryData Body { get; }
          DateTimeOffset EnqueuedTime { get; }
          IReadOnlyDictionary<String, Object> ApplicationProperties { get; }
          Int64 SequenceNumber { get; }
          String DeadLetterReason { get; }
          String MessageId { get; }
        class Azure.Messaging.ServiceBus.ServiceBusReceiver
          protected ctor()
          virtual Boolean IsClosed { get; }
          virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<String, Object> propertiesToModify = default, CancellationToken cancellationToken = default)
          virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
          virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(Int32 maxMessages, Nullable<TimeSpan> maxWaitTime = default, CancellationToken cancellationToken = default)
          virtual ValueTask DisposeAsync()
        class Azure.Messaging.ServiceBus.ServiceBusReceiverOptions
          Int32 PrefetchCount { get; set; }
          ServiceBusReceiveMode ReceiveMode { get; set; }
          SubQueue SubQueue { get; set; }
          ctor()
        enum Azure.Messaging.ServiceBus.ServiceBusRetryMode
          Fixed = 0
          Exponential = 1
        class Azure.Messaging.ServiceBus.ServiceBusRetryOptions
          Int32 MaxRetries { get; set; }
          ServiceBusRetryMode Mode { get; set; }
          TimeSpan Delay { get; set; }
          TimeSpan MaxDelay { get; set; }
          TimeSpan TryTimeout { get; set; }
          ctor()
        class Azure.Messaging.ServiceBus.ServiceBusSender
          protected ctor()
          protected ctor(ServiceBusClient client, String queueOrTopicName)
          virtual Boolean IsClosed { get; }
          virtual String EntityPath { get; }
          virtual String FullyQualifiedNamespace { get; }
          virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
          virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
          virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
          virtual Task<Int64> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
          virtual ValueTask DisposeAsync()
          virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default)
          virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CreateMessageBatchOptions options, CancellationToken cancellationToken = default)
        enum Azure.Messaging.ServiceBus.ServiceBusTransportType
          AmqpTcp = 0
          AmqpWebSockets = 1
        enum Azure.Messaging.ServiceBus.SubQueue
          None = 0
          DeadLetter = 1
          TransferDeadLetter = 2
        enum Microsoft.Azure.Functions.Worker.AuthorizationLevel
          Anonymous = 0
          User = 1
          Function = 2
          System = 3
          Admin = 4
        class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication
          ctor()
          static FunctionsApplicationBuilder CreateBuilder(String[] args)
        class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder
          ConfigurationManager Configuration { get; }
          IDictionary<Object, Object> Properties { get; }
          IHost Build()
          IHostEnvironment Environment { get; }
          ILoggingBuilder Logging { get; }
          IMetricsBuilder Metrics { get; }
          IServiceCollection Services { get; }
          Void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder> configure = default)
        static class Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilderAspNetCoreExtensions
          static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(FunctionsApplicationBuilder builder)
        abstract class Microsoft.Azure.Functions.Worker.Extensions.Abstractions.BindingAttribute : Attribute
          protected ctor()
        abstract class Microsoft.Azure.Functions.Worker.Extensions.Abstractions.OutputBindingAttribute : BindingAttribute
          protected ctor()
        abstract class Microsoft.Azure.Functions.Worker.Extensions.Abstractions.TriggerBindingAttribute : BindingAttribute
          protected ctor()
        class Microsoft.Azure.Functions.Worker.FunctionAttribute : Attribute
          String Name { get; }
          ctor(String name)
        abstract class Microsoft.Azure.Functions.Worker.FunctionContext
          abstract IDictionary<Object, Object> Items { get; set; }
          abstract IServiceProvider InstanceServices { get; set; }
          abstract String FunctionId { get; }
          abstract String InvocationId { get; }
          protected ctor()
          virtual CancellationToken CancellationToken { get; }
        sealed class Microsoft.Azure.Functions.Worker.HttpTriggerAttribute : TriggerBindingAttribute
          AuthorizationLevel AuthLevel { get; }
          String Route { get; set; }
          String[] Methods { get; }
          ctor()
          ctor(AuthorizationLevel authLevel)
          ctor(AuthorizationLevel authLevel, params String[] methods)
          ctor(params String[] methods)
        static class Microsoft.Azure.Functions.Worker.OpenTelemetry.ConfigureFunctionsOpenTelemetry
          static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(IOpenTelemetryBuilder builder)
        class Microsoft.Azure.Functions.Worker.ScheduleStatus
          DateTime Last { get; set; }
          DateTime LastUpdated { get; set; }
          DateTime Next { get; set; }
          ctor()
        sealed class Microsoft.Azure.Functions.Worker.ServiceBusTriggerAttribute : TriggerBindingAttribute
          Boolean AutoCompleteMessages { get; set; }
          Boolean IsBatched { get; set; }
          Boolean IsSessionsEnabled { get; set; }
          String Connection { get; set; }
          String QueueName { get; }
          String SubscriptionName { get; }
          String TopicName { get; }
          ctor(String queueName)
          ctor(String topicName, String subscriptionName)
        class Microsoft.Azure.Functions.Worker.TimerInfo
          Boolean IsPastDue { get; set; }
          ScheduleStatus ScheduleStatus { get; set; }
          ctor()
        sealed class Microsoft.Azure.Functions.Worker.TimerTriggerAttribute : TriggerBindingAttribute
          Boolean RunOnStartup { get; set; }
          Boolean UseMonitor { get; set; }
          String Schedule { get; }
          ctor(String schedule)
        """;

    [Fact]
    public void PublicSurface_IsThatOfTheTable_WhenWrittenDown() =>
        PublicSurface.Of(typeof(ServiceBusMessage).Assembly).ShouldBe(Expected.Split('\n'));
}
