using System.Globalization;
using System.Text.RegularExpressions;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Subscriptions;

/// <summary>Reads one subscriber of a <c>watch.json</c>.</summary>
internal sealed partial class SubscriberReader(JsonDocumentReader json)
{
    private const string DefaultZone = "America/New_York";

    public Subscriber Read(JObject entry, RuleVocabulary vocabulary, HashSet<Symbol> symbols)
    {
        json.OnlyKeys(entry, "email", "timeZone", "quietHours", "rules");
        var (email, token) = json.Text(entry, "email");
        if (!Address().IsMatch(email))
        {
            throw json.Refuse(token, "'email' is no mail address that we send to.");
        }

        var rules = json.Texts(entry, "rules").Select(rule => ReadRule(rule.Text, rule.Token, vocabulary, symbols)).Distinct().ToArray();
        return new Subscriber(email, ReadZone(entry), rules, ReadQuietHours(entry), false);
    }

    private string ReadRule(string text, JToken token, RuleVocabulary vocabulary, HashSet<Symbol> symbols)
    {
        var parsed = RuleParser.Parse(text, vocabulary);
        if (parsed.Rule is not { } rule)
        {
            throw json.Refuse(token, $"rule \"{text}\" is wrong {parsed.Error}");
        }

        symbols.UnionWith(rule.Watches.Where(watch => watch.Target.Kind is 's').Select(watch => Symbol.Parse(watch.Target.Name)));
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

    private QuietHours? ReadQuietHours(JObject entry)
    {
        if (entry["quietHours"] is null)
        {
            return null;
        }

        var hours = entry["quietHours"] as JObject ?? throw json.Refuse(entry["quietHours"]!, "'quietHours' is an object with from and to.");
        json.OnlyKeys(hours, "from", "to", "severePasses");
        var passes = hours["severePasses"] switch
        {
            null => true,
            { Type: JTokenType.Boolean } value => value.Value<bool>(),
            { } wrong => throw json.Refuse(wrong, "'severePasses' is true or false."),
        };
        return new QuietHours(ReadTime(hours, "from"), ReadTime(hours, "to"), passes);
    }

    private TimeOnly ReadTime(JObject hours, string key)
    {
        var (text, token) = json.Text(hours, key);
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw json.Refuse(token, $"'{key}' is a time such as 22:00.");
    }

    /// <summary>Stricter than the mail standards: what nobody's real address needs is refused.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
