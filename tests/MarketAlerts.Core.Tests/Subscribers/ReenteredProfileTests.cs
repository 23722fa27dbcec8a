using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Stages;

namespace MarketAlerts.Core.Tests.Subscribers;

/// <summary>A profile lies in the store, and a file is entered again.</summary>
public sealed class ReenteredProfileTests
{
    private const string Ana = "ana@example.com";
    private static readonly ChannelAddress Mail = ChannelAddress.Email(Ana);
    private static readonly ChannelAddress Desk = new(ChannelKind.Slack, "secret:desk");
    private static readonly DateTimeOffset Now = GivenSplit.Before;
    private readonly SplitWorld _world = new();

    [Fact]
    public async Task EnterAsync_KeepsThatTheySaidStop_WhenTheFileDoesNotKnow()
    {
        var kept = await EnterAsync(Stored() with { Unsubscribed = true }, Stored());

        kept.Unsubscribed.ShouldBeTrue();
    }

    [Fact]
    public async Task EnterAsync_KeepsDeadLinksDead_WhenTheFileDoesNotKnow()
    {
        var kept = await EnterAsync(Stored() with { LinksSince = Now.AddDays(-1) }, Stored());

        kept.LinksSince.ShouldBe(Now.AddDays(-1));
    }

    [Fact]
    public async Task EnterAsync_EndsOlderLinks_WhenTheProfileIsNew()
    {
        (await EnterAsync(null, Stored())).LinksSince.ShouldBe(Now);
        (await EnterAsync(Stored(), Stored())).LinksSince.ShouldBeNull("who is entered again keeps the links of their mails");
    }

    [Fact]
    public async Task EnterAsync_KeepsHowAChannelDoes_WhileItIsInTheFile()
    {
        DateTimeOffset[] failures = [Now.AddHours(-2), Now.AddHours(-1)];
        var before = Stored() with
        {
            Channels =
            [
                new ChannelChoice(Mail, Severity.Plain, true) { SoftFailures = failures },
                new ChannelChoice(Desk, Severity.Plain, false) { Broken = "no_service" },
                new ChannelChoice(new ChannelAddress(ChannelKind.Teams, "secret:desk"), Severity.Plain, true),
            ],
        };
        var file = Stored() with
        {
            Channels =
            [
                new ChannelChoice(Desk, Severity.Severe, false),
                new ChannelChoice(ChannelAddress.Email("Ana@Example.com"), Severity.Notable, false),
            ],
        };

        var kept = await EnterAsync(before, file);

        var (slack, mail) = (kept.Channels![0], kept.Channels[1]);
        kept.Channels.Count.ShouldBe(2);
        (slack.To, slack.From, slack.OptedOut, slack.Broken, slack.SoftFailures).ShouldBe(
            (Desk, Severity.Severe, false, "no_service", null)
        );
        (mail.To.Address, mail.From, mail.OptedOut, mail.Broken).ShouldBe(("Ana@Example.com", Severity.Notable, true, null));
        mail.SoftFailures.ShouldBe(failures);
    }

    [Fact]
    public async Task EnterAsync_ForgetsHowAChannelDid_WhenItWasOutOfTheFileInBetween()
    {
        var before = Stored() with
        {
            Channels =
            [
                new ChannelChoice(Mail, Severity.Plain, false),
                new ChannelChoice(Desk, Severity.Plain, false) { Broken = "no_service" },
            ],
        };
        ChannelChoice[] both = [new ChannelChoice(Mail, Severity.Plain, false), new ChannelChoice(Desk, Severity.Plain, false)];

        await EnterAsync(before, Stored() with { Channels = [both[0]] });
        var again = await EnterAsync(null, Stored() with { Channels = both });

        again.Channels.ShouldBe(both);
    }

    [Fact]
    public async Task EnterAsync_KeepsTheStopToTheMail_WhenTheFileNamesNoChannels()
    {
        var kept = await EnterAsync(Stored() with { Channels = [new ChannelChoice(Mail, Severity.Severe, true)] }, Stored());

        kept.Channels.ShouldBe([new ChannelChoice(Mail, Severity.Plain, true)]);
    }

    [Fact]
    public async Task EnterAsync_NamesNoChannels_WhenTheFileNamesNoneAndTheMailDoesWell()
    {
        var kept = await EnterAsync(
            Stored() with
            {
                Channels = [new ChannelChoice(Mail, Severity.Severe, false), new ChannelChoice(Desk, Severity.Plain, true)],
            },
            Stored()
        );

        kept.Channels.ShouldBeNull();
    }

    [Fact]
    public async Task EnterAsync_KeepsSnoozesOfMails_UntilTheyEnd()
    {
        var running = new Snooze(SnoozeScope.Symbol, "NVDA", Now.AddHours(-1), Now.AddSeconds(1));
        var before = Stored() with { Snoozes = [new Snooze(SnoozeScope.All, "", Now.AddHours(-1), Now), running] };

        (await EnterAsync(before, Stored())).Snoozes.ShouldBe([running]);
    }

    [Fact]
    public async Task EnterAsync_ReplacesTheSnoozesOfTheFile_AndNoOthers()
    {
        var mail = new Snooze(SnoozeScope.Incident, "chips-down-20250127", Now, Now.AddDays(9));
        var (older, newer) = (
            new Snooze(SnoozeScope.Symbol, "AMD", Now, Now.AddDays(9)),
            new Snooze(SnoozeScope.BelowSevere, "", Now, Now.AddDays(8))
        );
        await EnterAsync(Stored() with { Snoozes = [mail] }, Stored() with { Snoozes = [older] });

        (await EnterAsync(null, Stored() with { Snoozes = [newer] })).Snoozes.ShouldBe([newer with { InFile = true }, mail]);
        (await EnterAsync(null, Stored())).Snoozes.ShouldBe([mail]);
    }

    [Fact]
    public async Task EnterAsync_TakesTheFilesWord_OnWhatItAloneSays()
    {
        var before = Stored() with
        {
            Digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.Hourly, DigestRhythm.Hourly, null),
            Caps = new MessageCaps(5, null),
            Vacation = new Vacation(Given.Day, Given.Day),
            ProofOfLife = true,
        };

        var now = await EnterAsync(before, Stored() with { Caps = new MessageCaps(null, 20) });

        (now.Digest, now.Caps, now.Vacation, now.ProofOfLife).ShouldBe((null, new MessageCaps(null, 20), null, null));
    }

    [Fact]
    public void Write_IsReadAsItWas_WhenAProfileSaysEverything()
    {
        var full = Stored() with
        {
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30), true),
            Channels = [new ChannelChoice(Mail, Severity.Severe, true) { Broken = "gone", SoftFailures = [Now] }],
            Digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.EndOfDay, DigestRhythm.Instant, new TimeOnly(17, 30)),
            Caps = new MessageCaps(5, null),
            Vacation = new Vacation(Given.Day, Given.Day.AddDays(1)),
            Snoozes = [new Snooze(SnoozeScope.BelowSevere, "", Now, Now.AddDays(1)) { InFile = true }],
            ProofOfLife = true,
            LinksSince = Now,
        };

        var read = StoredJson.Read<Subscriber>(StoredJson.Write(full));

        StoredJson.Write(read).ShouldBe(StoredJson.Write(full));
        (read.Digest, read.Caps, read.Vacation, read.ProofOfLife, read.LinksSince).ShouldBe(
            (full.Digest, full.Caps, full.Vacation, true, Now)
        );
        (read.Channels![0].To, read.Channels[0].Broken, read.Snoozes![0]).ShouldBe((Mail, "gone", full.Snoozes[0]));
    }

    private static Subscriber Stored() => GivenSplit.Profile(Ana, "NVDA notable");

    /// <summary>What is stored after a file is entered over a profile; null leaves what lies there.</summary>
    private async Task<Subscriber> EnterAsync(Subscriber? before, Subscriber file)
    {
        if (before is not null)
        {
            _world.Subscribers.Put(before);
        }

        await _world.EnterAsync(file);
        return _world.Subscribers.ProfileOf(Ana);
    }
}
