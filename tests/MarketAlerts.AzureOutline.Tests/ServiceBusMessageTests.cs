using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusMessageTests
{
    private static readonly string Longest = new('x', 128);
    private static readonly string TooLong = new('x', 129);

    [Fact]
    public void ServiceBusMessage_KeepsItsProperties_WhenSet()
    {
        var later = new DateTimeOffset(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

        var message = new ServiceBusMessage("first")
        {
            Body = new BinaryData("body"),
            MessageId = "id",
            SessionId = "session",
            PartitionKey = "session",
            Subject = "subject",
            CorrelationId = "correlation",
            ContentType = "application/json",
            TimeToLive = TimeSpan.FromHours(1),
            ScheduledEnqueueTime = later,
            ApplicationProperties = { ["version"] = 1 },
        };

        message.Body.ToString().ShouldBe("body");
        (message.MessageId, message.SessionId, message.PartitionKey).ShouldBe(("id", "session", "session"));
        (message.Subject, message.CorrelationId, message.ContentType).ShouldBe(("subject", "correlation", "application/json"));
        (message.TimeToLive, message.ScheduledEnqueueTime).ShouldBe((TimeSpan.FromHours(1), later));
        message.ApplicationProperties["version"].ShouldBe(1);
        message.ToString().ShouldBe("{MessageId:id}");
    }

    [Fact]
    public void ServiceBusMessage_IsEmptyAndLivesForever_WhenNew()
    {
        var message = new ServiceBusMessage();

        message.Body.ToArray().ShouldBeEmpty();
        (message.MessageId, message.SessionId, message.PartitionKey).ShouldBe((null, null, null));
        (message.TimeToLive, message.ScheduledEnqueueTime).ShouldBe((TimeSpan.MaxValue, default));
        message.ApplicationProperties.ShouldBeEmpty();
    }

    [Fact]
    public void ServiceBusMessage_HasTheBytes_WhenMadeOfBinaryData() =>
        new ServiceBusMessage(new BinaryData(new byte[] { 1, 2 })).Body.ToArray().ShouldBe([1, 2]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void MessageId_Throws_WhenEmpty(string? id) =>
        Should.Throw<ArgumentException>(() => new ServiceBusMessage { MessageId = id });

    [Fact]
    public void Ids_AreKept_WhenAsLongAsAllowed() =>
        new ServiceBusMessage { MessageId = Longest, SessionId = Longest, PartitionKey = Longest }.MessageId.ShouldBe(Longest);

    [Fact]
    public void Ids_Throw_WhenTooLong()
    {
        Should.Throw<ArgumentException>(() => new ServiceBusMessage { MessageId = TooLong });
        Should.Throw<ArgumentException>(() => new ServiceBusMessage { SessionId = TooLong });
        Should.Throw<ArgumentException>(() => new ServiceBusMessage { PartitionKey = TooLong });
    }

    [Fact]
    public void PartitionKey_Throws_WhenItDiffersFromTheSession() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ServiceBusMessage { SessionId = "a", PartitionKey = "b" });

    [Fact]
    public void SessionId_ReplacesThePartitionKey_WhenSetAfterIt() =>
        new ServiceBusMessage { PartitionKey = "b", SessionId = "a" }.PartitionKey.ShouldBe("a");

    [Fact]
    public void TimeToLive_Throws_WhenNotPositive() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ServiceBusMessage { TimeToLive = TimeSpan.Zero });
}
