using System.Globalization;
using System.Text;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Mail;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Webhooks.Signed;

/// <summary>
/// The alert as a JSON document, for programs. Within a version fields are only added. Times are UTC, moves in percent, prices in dollars;
/// what is not known is null. The same message gives the same bytes.
/// </summary>
internal static class AlertDocument
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "marketalerts.alert";

    /// <summary>The version of the schema.</summary>
    public const int Version = 1;

    public static byte[] Write(AlertMail mail) =>
        Encoding.UTF8.GetBytes(
            new JObject
            {
                ["type"] = $"alert.{Word(mail.Kind)}",
                ["timestamp"] = Time(mail.Clock.Sent),
                ["schema"] = Schema,
                ["version"] = Version,
                ["data"] = Data(mail),
            }.ToString(Formatting.None)
        );

    private static JObject Data(AlertMail mail) =>
        new()
        {
            ["id"] = Bare(mail.Thread.MessageId),
            ["follows"] = new JArray(mail.Thread.References.Select(Bare)),
            ["subject"] = Text(mail.Subject),
            ["headline"] = Text(mail.Content.Headline),
            ["reason"] = Text(mail.Reason),
            ["rules"] = Texts(mail.Rules.Select(rule => rule.Text)),
            ["incident"] = mail.Content.HasNoIncident ? JValue.CreateNull() : Incident(mail.Content),
            ["asOf"] = Time(mail.Content.AsOf),
            ["members"] = Members(mail.Content.Members),
            ["alsoMoving"] = Members(mail.Content.AlsoMoving),
            ["notMoving"] = Members(mail.Content.NotMoving),
            ["published"] = mail.Content.Published is { } panel ? Published(panel) : JValue.CreateNull(),
            ["notices"] = Texts(mail.Notices ?? []),
            ["others"] = new JArray((mail.Others ?? []).Select(Other)),
            ["othersBeyond"] = mail.OthersBeyond,
            ["checks"] = Texts(mail.Content.Checks),
            ["clock"] = Clock(mail.Clock),
            ["folded"] = mail.Folded,
            ["held"] = mail.Held,
            ["links"] = new JObject { ["unsubscribe"] = mail.Links.Unsubscribe },
        };

    private static JObject Incident(MailContent content) =>
        new()
        {
            ["id"] = Text(content.IncidentId),
            ["target"] = Text(content.TargetName),
            ["direction"] = Word(content.Direction),
            ["severity"] = Word(content.Severity),
            ["isNews"] = content.IsNews,
        };

    private static JArray Members(IEnumerable<MailMember> members) =>
        new(
            members.Select(member => new JObject
            {
                ["symbol"] = member.Symbol.Text,
                ["last"] = member.Last,
                ["dayMove"] = member.DayMove,
                ["openMove"] = member.OpenMove,
                ["usualDay"] = member.UsualDay,
                ["tier"] = (int)member.Severity,
                ["isNew"] = member.IsNew,
            })
        );

    private static JObject Published(PublishedPanel panel) =>
        new()
        {
            ["feeds"] = panel.Feeds,
            ["more"] = panel.More,
            ["stories"] = new JArray(
                panel.Lines.Select(line => new JObject
                {
                    ["when"] = Word(line.When),
                    ["time"] = Time(line.Time),
                    ["isFirstSeen"] = line.IsFirstSeen,
                    ["precision"] = Word(line.Precision),
                    ["title"] = Text(line.Title),
                    ["source"] = Text(line.Source),
                    ["sources"] = line.Sources,
                    ["link"] = line.Link is { } link ? Text(link) : JValue.CreateNull(),
                    ["status"] = Word(line.Status),
                    ["claim"] = line.Claim is { } claim ? Text(claim) : JValue.CreateNull(),
                })
            ),
        };

    private static JObject Other(MailLine line) =>
        new()
        {
            ["at"] = Time(line.At),
            ["title"] = Text(line.Title),
            ["text"] = Text(line.Text),
            ["severity"] = Word(line.Severity),
        };

    private static JObject Clock(MailClock clock) =>
        new()
        {
            ["quote"] = Time(clock.Quote),
            ["seen"] = Time(clock.Seen),
            ["sent"] = Time(clock.Sent),
            ["isLate"] = clock.IsLate,
            ["isPublication"] = clock.IsPublication,
        };

    /// <summary>A Message-ID without its brackets.</summary>
    public static string Bare(string messageId) => messageId.Trim().TrimStart('<').TrimEnd('>');

    private static JToken Text(string text) => SafeText.Clean(text);

    private static JArray Texts(IEnumerable<string> texts) => new(texts.Select(text => (object)SafeText.Clean(text)));

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Camel(value.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string? Time(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
