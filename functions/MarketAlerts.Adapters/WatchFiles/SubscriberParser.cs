using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads one subscriber of a <c>watch.json</c>.</summary>
internal sealed class SubscriberParser(JsonDocumentParser json)
{
    private const string DefaultZone = "America/New_York";

    private readonly ChannelsParser _channels = new(json);
    private readonly QuietHoursParser _quietHours = new(json);
    private readonly DigestParser _digests = new(json);
    private readonly CapsParser _caps = new(json);
    private readonly VacationParser _vacations = new(json);
    private readonly SnoozeParser _snoozes = new(json);

    public Subscriber Read(JObject entry, RuleVocabulary vocabulary, HashSet<Symbol> symbols)
    {
        json.OnlyKeys(entry, "email", "timeZone", "channels", "quietHours", "digest", "caps", "vacation", "snooze", "proofOfLife", "rules");
        var email = json.MailAddress(entry, "email");
        var rules = json.Texts(entry, "rules").Select(rule => ReadRule(rule.Text, rule.Token, vocabulary, symbols)).Distinct().ToArray();
        return new Subscriber(email, ReadZone(entry), rules, _quietHours.Read(entry), false)
        {
            Channels = _channels.Read(entry),
            Digest = _digests.Read(entry),
            Caps = _caps.Read(entry),
            Vacation = _vacations.Read(entry),
            Snoozes = _snoozes.Read(entry, vocabulary),
            ProofOfLife = json.OptionalFlag(entry, "proofOfLife"),
        };
    }

    private string ReadRule(string text, JToken token, RuleVocabulary vocabulary, HashSet<Symbol> symbols)
    {
        var parsed = RuleParser.Parse(text, vocabulary);
        if (parsed.Rule is not { } rule)
        {
            throw json.Refuse(token, $"rule \"{text}\" is wrong {parsed.Error}");
        }

        symbols.UnionWith(
            rule.Levels.Where(ruleLevel => ruleLevel.Target.Kind is 's').Select(ruleLevel => Symbol.Parse(ruleLevel.Target.Name))
        );
        symbols.UnionWith(((NewsCondition?[])[rule.Terms.News, rule.Terms.AndNews]).Select(news => news?.Symbol).OfType<Symbol>());
        return rule.Text;
    }

    private string ReadZone(JObject entry)
    {
        if (json.OptionalText(entry, "timeZone") is not { } zone)
        {
            return DefaultZone;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone.Text, out var found) && found.HasIanaId
            ? zone.Text
            : throw json.Refuse(zone.Token, $"'{zone.Text}' is no IANA time zone such as America/New_York.");
    }
}
