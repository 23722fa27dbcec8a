using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>
/// Files the first message to a new subscriber: what they asked for and what they can do. Whoever was greeted once is not greeted again.
/// </summary>
public sealed class WelcomeNotices(NoticeSender notices)
{
    /// <summary>The id under which it is filed.</summary>
    public const string Id = "welcome";

    /// <summary>Greets those who were entered.</summary>
    public async Task SendAsync(IEnumerable<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        foreach (var subscriber in subscribers.Where(subscriber => !subscriber.Unsubscribed))
        {
            await notices.FileAsync(subscriber.Id, Id, WelcomeOf(subscriber), Severity.Plain, cancellationToken);
        }
    }

    private static Notice WelcomeOf(Subscriber subscriber)
    {
        var count = subscriber.Rules.Count.ToString(CultureInfo.InvariantCulture);
        var rules = subscriber.Rules.Count switch
        {
            0 => "You have no rules yet.",
            1 => $"You have one rule: {subscriber.Rules[0]}.",
            _ => $"You have {count} rules: {string.Join("; ", subscriber.Rules)}.",
        };
        return new Notice(
            "MarketAlerts watches for you",
            $"{rules} You hear of each once it is true, and again only when something changes. Every alert has a link to stop; "
                + "in a mail also links to pause it and to let only severe ones through."
        )
        {
            Kind = MailKind.Welcome,
            About = "to MarketAlerts",
            Reason = "You were entered as a subscriber.",
        };
    }
}
