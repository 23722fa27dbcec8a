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
        json.OnlyKeys(
            entry,
            "email",
            "timeZone",
            "channels",
            "quietHours",
            "digest",
            "caps",
            "vacation",
            "snooze",
            "proofOfLife",
            "closeOfDay",
            "over",
            "rules"
        );
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
            TellsClose = json.OptionalFlag(entry, "closeOfDay"),
            TellsOver = json.OptionalFlag(entry, "over"),
        };
    }

    private Rule ReadRule(string text, JToken token, RuleVocabulary vocabulary, HashSet<Symbol> symbols)
    {
        var parsed = RuleParser.Parse(text, vocabulary);
        if (parsed.Rule is not { } rule)
        {
            throw json.Refuse(token, $"rule \"{text}\" is wrong {parsed.Error}");
        }

        symbols.UnionWith(rule.Levels.Select(ruleLevel => ruleLevel.Target.Symbol).OfType<Symbol>());
        symbols.UnionWith(((NewsCondition?[])[rule.Terms.News, rule.Terms.AndNews]).Select(news => news?.Symbol).OfType<Symbol>());
        return rule;
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

/// <summary>Reads <c>"quietHours": { "from": "22:00", "to": "07:00", "severePasses": true }</c>.</summary>
internal sealed class QuietHoursParser(JsonDocumentParser json)
{
    public QuietHours? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "quietHours", "from and to") is not { } hours)
        {
            return null;
        }

        json.OnlyKeys(hours, "from", "to", "severePasses");
        return new QuietHours(ReadTime(hours, "from"), ReadTime(hours, "to"), json.OptionalFlag(hours, "severePasses") ?? true);
    }

    private TimeOnly ReadTime(JObject hours, string key) =>
        json.OptionalTime(hours, key) ?? throw json.Refuse(hours, $"'{key}' is missing.");
}

/// <summary>Reads <c>"caps": { "perHour": 5, "perDay": 20 }</c>, one of them or both.</summary>
internal sealed class CapsParser(JsonDocumentParser json)
{
    private const int MostMessages = 1_000;

    public MessageCaps? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "caps", "perHour, perDay or both") is not { } caps)
        {
            return null;
        }

        json.OnlyKeys(caps, "perHour", "perDay");
        return caps.Count > 0
            ? new MessageCaps(json.OptionalWhole(caps, "perHour", 1, MostMessages), json.OptionalWhole(caps, "perDay", 1, MostMessages))
            : throw json.Refuse(caps, "'caps' is an object with perHour, perDay or both.");
    }
}

/// <summary>Reads <c>"vacation": { "first": "2025-02-01", "last": "2025-02-09" }</c>.</summary>
internal sealed class VacationParser(JsonDocumentParser json)
{
    private const int MostDays = 366;

    public Vacation? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "vacation", "first and last") is not { } vacation)
        {
            return null;
        }

        json.OnlyKeys(vacation, "first", "last");
        var (first, last) = (json.Day(vacation, "first").Day, json.Day(vacation, "last"));
        return last.Day >= first && last.Day.DayNumber - first.DayNumber < MostDays
            ? new Vacation(first, last.Day)
            : throw json.Refuse(last.Token, $"'last' is 'first' or a later day; a vacation has at most {MostDays} days.");
    }
}

/// <summary>
/// Reads <c>"digest": { "plain": "hourly", "notable": "instant", "severe": "instant", "at": "17:30" }</c>; a severity left out is told at
/// once.
/// </summary>
internal sealed class DigestParser(JsonDocumentParser json)
{
    private static readonly Dictionary<string, DigestRhythm> Rhythms = new()
    {
        ["instant"] = DigestRhythm.Instant,
        ["hourly"] = DigestRhythm.Hourly,
        ["end-of-day"] = DigestRhythm.EndOfDay,
    };

    public DigestChoice? Read(JObject entry)
    {
        if (json.OptionalObject(entry, "digest", "plain, notable, severe and at") is not { } digest)
        {
            return null;
        }

        json.OnlyKeys(digest, "plain", "notable", "severe", "at");
        return new DigestChoice(
            ReadRhythm(digest, "plain"),
            ReadRhythm(digest, "notable"),
            ReadRhythm(digest, "severe"),
            json.OptionalTime(digest, "at")
        );
    }

    private DigestRhythm ReadRhythm(JObject digest, string severity) =>
        json.OptionalWord(digest, severity, Rhythms) ?? DigestRhythm.Instant;
}
