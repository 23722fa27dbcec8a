using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Notifications.Channels;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Subscriptions;

public sealed class ReaderChoicesTests
{
    private static readonly ChannelAddress Mail = ChannelAddress.Email("ana@example.com");
    private static readonly ChannelAddress Desk = new(ChannelKind.Slack, "secret:desk");
    private static readonly Subscriber Ana = GivenSplit.Profile(Mail.Address, "NVDA notable");

    [Fact]
    public void Keep_TakesTheFileAlone_WhenTheReaderIsNew() => ReaderChoices.Keep(Ana, null).ShouldBeSameAs(Ana);

    [Fact]
    public void Keep_KeepsWhatTheReaderSaid_WhenTheFileIsEnteredAgain()
    {
        Snooze[] snoozes = [new(SnoozeScope.All, "", Given.At("14:30"), Given.At("15:30"))];
        var before = Ana with { Rules = ["AMD notable"], Unsubscribed = true, Snoozes = snoozes, LinksSince = Given.At("14:00"), ETag = "7" };

        var kept = ReaderChoices.Keep(Ana, before);

        kept.ShouldBe(Ana with { Unsubscribed = true, Snoozes = snoozes, LinksSince = Given.At("14:00"), ETag = "7" });
    }

    [Fact]
    public void Keep_KeepsAStoppedAddress_WhereverTheFileNamesIt()
    {
        var before = Ana with { Channels = [new(Mail, Severity.Plain, true), new(Desk, Severity.Plain, false) { Broken = "404" }] };

        ReaderChoices.Keep(Ana, before).Channels.ShouldBe([new(Mail, Severity.Plain, true)], "a file without channels means the mail");
        ReaderChoices.Keep(Ana with { Channels = [new(Desk, Severity.Severe, false), new(ChannelAddress.Email("ANA@example.com"), Severity.Notable, false)] }, before)
            .Channels.ShouldBe([new(Desk, Severity.Severe, false) { Broken = "404" }, new(ChannelAddress.Email("ANA@example.com"), Severity.Notable, true)]);
        ReaderChoices.Keep(Ana, Ana).Channels.ShouldBeNull();
    }
}
