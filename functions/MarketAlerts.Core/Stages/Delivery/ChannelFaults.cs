using System.Globalization;
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

        var lost = "A profile kept changing while its address was noted.";
        if (await OptimisticWrite.RunAsync(NoteOnceAsync, lost, cancellationToken) is { Broken: not null } broken)
        {
            AddressBroken(mail.Subscriber, broken.To.Kind);
            await TellAsync(mail.Subscriber, broken, cancellationToken);
        }

        async Task<(bool IsSaved, ChannelChoice? Noted)> NoteOnceAsync()
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
            return (await profiles.SaveProfileAsync(profile with { Channels = channels }, cancellationToken), noted);
        }
    }

    private static ChannelChoice? Find(Subscriber profile, ChannelAddress to) => profile.OpenTo.FirstOrDefault(choice => choice.To == to);

    private ChannelChoice Note(ChannelChoice choice, SendResult result)
    {
        DateTimeOffset[] soft = [.. (choice.SoftFailures ?? []).Where(failure => clock.Now - failure < SoftFailuresCount), clock.Now];
        var isBroken = result.Fault is SendFault.Address || soft.Length >= SoftFailuresAtMost;
        return choice with { Broken = isBroken ? result.Detail : null, SoftFailures = soft };
    }

    /// <summary>
    /// Tells a subscriber that an address of theirs is closed. The notice is named after the moment it was closed, so it is filed once,
    /// whoever asks: also the mail that is not sent again because a crash came between closing the address and telling.
    /// </summary>
    public async Task TellAsync(SubscriberId subscriber, ChannelChoice closed, CancellationToken cancellationToken)
    {
        if (closed.Broken is not { } why)
        {
            return;
        }

        var text =
            $"Messages to {closed.To.Display} come back ({why.TrimEnd('.')}). "
            + "Nothing is sent there any more, until you enter the address again.";
        var notice = new Notice($"No more messages to {closed.To.Display}", text)
        {
            Kind = MailKind.ChannelBroken,
            About = closed.To.Display,
            Reason = "One of your addresses takes no messages.",
        };
        var since = (closed.SoftFailures ?? []).Select(failure => failure.UtcTicks).DefaultIfEmpty().Max();
        var id = string.Create(CultureInfo.InvariantCulture, $"broken.{SubscriberId.FromAddress(closed.To.Address)}.{since}");
        await notices.FileAsync(subscriber, id, notice, Severity.Severe, cancellationToken);
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
