using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Subscribers;

public sealed class OptOutsTests
{
    private static readonly ChannelAddress Mail = ChannelAddress.Email("ana@example.com");
    private static readonly ChannelAddress Desk = new(ChannelKind.Slack, "secret:desk");
    private static readonly Subscriber Ana = GivenSplit.Profile(Mail.Address);

    [Fact]
    public void Stop_EndsTheSubscription_WhenThereIsOneAddress()
    {
        var stopped = OptOuts.Stop(Ana, AddressHash.Hash(Mail));

        (stopped.Unsubscribed, stopped.Channels).ShouldBe((true, null));
    }

    [Fact]
    public void Stop_StopsTheAddress_WhenAnotherOneIsOpen()
    {
        var stopped = OptOuts.Stop(With(new(Mail, Severity.Plain, false), new(Desk, Severity.Severe, false)), AddressHash.Hash(Mail));

        stopped.Unsubscribed.ShouldBeFalse();
        stopped.Channels.ShouldBe([new(Mail, Severity.Plain, true), new(Desk, Severity.Severe, false)]);
        OptOuts.OpenAddresses(stopped).ShouldBe([Desk]);
        OptOuts.Stop(stopped, AddressHash.Hash(Mail)).ShouldBeSameAs(stopped, "twice is once");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "550 no such user")]
    public void Stop_EndsTheSubscription_WhenTheOthersAreClosed(bool optedOut, string? broken)
    {
        var stopped = OptOuts.Stop(
            With(new(Mail, Severity.Plain, false), new(Desk, Severity.Plain, optedOut) { Broken = broken }),
            AddressHash.Hash(Mail)
        );

        (stopped.Unsubscribed, stopped.Channels![0].OptedOut).ShouldBe((true, true));
    }

    [Fact]
    public void Stop_ChangesNothing_WhenTheAddressIsNotTheSubscribersAnyMore()
    {
        var ana = With(new ChannelChoice(Desk, Severity.Plain, false));

        OptOuts.Stop(ana, AddressHash.Hash(Mail)).ShouldBeSameAs(ana);
    }

    [Fact]
    public void StopHere_LeavesTheSubscription_WhenThereIsOneAddress()
    {
        var stopped = OptOuts.StopHere(Ana, AddressHash.Hash(Mail));

        stopped.Unsubscribed.ShouldBeFalse();
        stopped.Channels.ShouldBe([new(Mail, Severity.Plain, true)]);
        OptOuts.StopHere(stopped, AddressHash.Hash(Mail)).ShouldBeSameAs(stopped, "twice is once");
    }

    [Fact]
    public void StopAll_IsDoneOnce()
    {
        var stopped = OptOuts.StopAll(Ana);

        stopped.Unsubscribed.ShouldBeTrue();
        OptOuts.StopAll(stopped).ShouldBeSameAs(stopped);
        OptOuts.OpenAddresses(stopped).ShouldBeEmpty();
    }

    [Fact]
    public void AddressHash_IsPinned_SinceLinksCarryIt()
    {
        AddressHash.Hash(Mail).ShouldBe(7_086_412_321_728_606_203); // XxHash64 of "Email|ana@example.com"
        AddressHash.Hash(ChannelAddress.Email(" ANA@Example.com")).ShouldBe(AddressHash.Hash(Mail));
        AddressHash.Hash(new ChannelAddress(ChannelKind.Webhook, Mail.Address)).ShouldNotBe(AddressHash.Hash(Mail));
        Enum.GetValues<ChannelKind>()
            .Where(kind => AddressHash.IsMail(AddressHash.Hash(new ChannelAddress(kind, "reader@example.com"))))
            .ShouldBe([ChannelKind.Email]);
        AddressHash.IsMail(0).ShouldBeFalse();
    }

    private static Subscriber With(params ChannelChoice[] channels) => Ana with { Channels = channels };
}
