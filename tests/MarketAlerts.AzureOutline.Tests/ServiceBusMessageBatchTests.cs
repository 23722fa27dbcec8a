using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusMessageBatchTests
{
    private readonly List<ServiceBusMessage> _store = [];

    [Fact]
    public void TryAddMessage_Refuses_WhenTheLimitWouldBeExceeded()
    {
        using var batch = ServiceBusModelFactory.ServiceBusMessageBatch(2, _store, new CreateMessageBatchOptions { MaxSizeInBytes = 10 });

        // 2 to start with + 5 = 7; 7 + 4 = 11 > 10; 7 + 3 = 10.
        batch.TryAddMessage(new ServiceBusMessage("12345")).ShouldBeTrue();
        batch.TryAddMessage(new ServiceBusMessage("1234")).ShouldBeFalse();
        batch.TryAddMessage(new ServiceBusMessage("123")).ShouldBeTrue();

        (batch.Count, batch.SizeInBytes, batch.MaxSizeInBytes).ShouldBe((2, 10, 10));
    }

    [Fact]
    public void TryAddMessage_Refuses_WhenTheCallbackSaysNo()
    {
        using var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, _store, tryAddCallback: message => message.MessageId != "no");

        batch.TryAddMessage(new ServiceBusMessage("1") { MessageId = "yes" }).ShouldBeTrue();
        batch.TryAddMessage(new ServiceBusMessage("1") { MessageId = "no" }).ShouldBeFalse();

        _store.ShouldHaveSingleItem().MessageId.ShouldBe("yes");
        batch.SizeInBytes.ShouldBe(1);
    }

    [Fact]
    public void TryAddMessage_Adds_WhenNothingIsLimited()
    {
        using var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, _store);

        batch.TryAddMessage(new ServiceBusMessage("body")).ShouldBeTrue();

        (batch.Count, batch.MaxSizeInBytes).ShouldBe((1, long.MaxValue));
    }

    [Fact]
    public void Dispose_LeavesTheMessages_WhenCalled()
    {
        var batch = ServiceBusModelFactory.ServiceBusMessageBatch(0, _store);
        batch.TryAddMessage(new ServiceBusMessage("body"));

        batch.Dispose();

        _store.Count.ShouldBe(1);
    }
}
