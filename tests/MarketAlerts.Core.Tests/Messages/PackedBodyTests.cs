using System.IO.Compression;
using System.Text;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Tests.Stages;

namespace MarketAlerts.Core.Tests.Messages;

public sealed class PackedBodyTests
{
    [Fact]
    public void Read_GivesWhatWasWritten_WhenTheBodyIsPacked()
    {
        var message = MessageCodec.Write(Events(200), "p0000.x.000", Given.At("14:31"));

        message.Length.ShouldBeLessThan(20_000, "200 events of some 400 bytes");
        MessageCodec.Read<MarketEvents>(message).Body.Events.ShouldBe(Events(200).Events);
    }

    [Fact]
    public void Read_Refuses_WhatUnpacksToMoreThanAnyBody()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(new byte[5_000_000]);
        }

        ShouldRefuse(Convert.ToBase64String(packed.ToArray()));
    }

    [Theory]
    [InlineData("no base64")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void Read_Refuses_WhatCannotBeUnpacked(string body) => ShouldRefuse(body);

    [Fact]
    public async Task PublishAsync_HalvesAMessage_ThatPacksBadly()
    {
        var world = new FakeWorld();
        var dice = new Random(1);
        var events = Events(500)
            .Events.Select(next => next with { Target = Target.OfBasket(Convert.ToHexString(Bytes(dice, 60))) })
            .ToArray();

        await new EventPublisher(world).PublishAsync("p0000", Given.At("14:31"), events, TestContext.Current.CancellationToken);

        world.Published.ShouldAllBe(message => Encoding.UTF8.GetByteCount(message.Content) <= 45_000);
        world.Published.Count.ShouldBeGreaterThan(1);
        world.Published.SelectMany(message => MessageCodec.Read<MarketEvents>(message.Content).Body.Events).ShouldBe(events);
        world.Published.Select(message => message.Id).ShouldBeUnique();
    }

    private static byte[] Bytes(Random dice, int count)
    {
        var bytes = new byte[count];
        dice.NextBytes(bytes);
        return bytes;
    }

    private static MarketEvents Events(int count) =>
        new([
            .. Enumerable
                .Range(0, count)
                .Select(number => Given.SymbolEvent(Given.Reading($"S{number}", -4.1234 - (number * 0.013)), 41_234 + (number * 130))),
        ]);

    private static void ShouldRefuse(string body) =>
        Should.Throw<UnreadableMessageException>(() =>
            MessageCodec.Read<MarketEvents>(
                $$"""{"schema":"market-events","version":3,"id":"x","marketTime":"2025-01-27T14:31:00Z","body":"{{body}}"}"""
            )
        );
}
