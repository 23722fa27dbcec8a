using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Takes note of what a refused message says beyond itself: an address where nobody is gets nothing any more, and its subscriber hears so
/// at another one; settings that a server refuses are told to ops. Doing it again changes nothing.
/// </summary>
public sealed partial class ChannelFaults(MarketClock clock, IProfileStore profiles, NoticeSender notices, ILogger<ChannelFaults> log)
{
    private const int SoftFailuresAtMost = 5;
    private static readonly TimeSpan SoftFailuresCount = TimeSpan.FromDays(7);

    /// <summary>Takes note of the answer to a message that was not sent.</summary>
    public async Task NoteAsync(ClaimedMail mail, SendResult result, CancellationToken cancellationToken)
    {
        if (result.Fault is SendFault.Configuration)
        {
            ChannelRefuses(mail.Mail.To.Kind, result.ForOperators);
        }

        if (result.Fault is not (SendFault.Address or SendFault.AddressForNow))
        {
            return;
        }

        if (
            await OptimisticWrite.RunAsync(NoteOnceAsync, "A profile kept changing while its address was noted.", cancellationToken) is
            { } told
        )
        {
            await TellAsync(told.Profile, told.Choice, cancellationToken);
        }

        async Task<(bool IsSaved, (Subscriber Profile, ChannelChoice Choice)? Noted)> NoteOnceAsync()
        {
            if (
                await profiles.LoadProfileAsync(mail.Subscriber, cancellationToken) is not { } profile
                || Find(profile, mail.Mail.To) is not { Broken: null } choice
            )
            {
                return (true, null);
            }

            var noted = Note(choice, result);
            ChannelChoice[] channels = [.. profile.OpenTo.Select(other => other == choice ? noted : other)];
            return (await profiles.SaveProfileAsync(profile with { Channels = channels }, cancellationToken), (profile, noted));
        }
    }

    private static ChannelChoice? Find(Subscriber profile, ChannelAddress to) => profile.OpenTo.FirstOrDefault(choice => choice.To == to);

    private ChannelChoice Note(ChannelChoice choice, SendResult result)
    {
        DateTimeOffset[] soft = [.. (choice.SoftFailures ?? []).Where(failure => clock.Now - failure < SoftFailuresCount), clock.Now];
        var isBroken = result.Fault is SendFault.Address || soft.Length >= SoftFailuresAtMost;
        return choice with { Broken = isBroken ? result.Detail : null, SoftFailures = soft };
    }

    private async Task TellAsync(Subscriber profile, ChannelChoice noted, CancellationToken cancellationToken)
    {
        if (noted.Broken is not { } why)
        {
            return;
        }

        AddressBroken(profile.Id, noted.To.Kind);
        var text =
            $"Messages to {noted.To.Display} come back ({why.TrimEnd('.')}). "
            + "Nothing is sent there any more, until you enter the address again.";
        var notice = new Notice($"No more messages to {noted.To.Display}", text)
        {
            Kind = MailKind.ChannelBroken,
            About = noted.To.Display,
            Reason = "One of your addresses takes no messages.",
        };
        await notices.FileAsync(
            profile.Id,
            $"broken.{SubscriberId.FromAddress(noted.To.Address)}.{clock.Now.UtcTicks}",
            notice,
            Severity.Severe,
            cancellationToken
        );
    }

    [LoggerMessage(3001, LogLevel.Error, "The {Channel} channel is refused by its server: {Detail}")]
    private partial void ChannelRefuses(ChannelKind channel, string detail);

    [LoggerMessage(
        3002,
        LogLevel.Warning,
        "Subscriber {Subscriber}: an address on channel {Channel} takes no messages any more; nothing is sent there from now on."
    )]
    private partial void AddressBroken(SubscriberId subscriber, ChannelKind channel);
}
