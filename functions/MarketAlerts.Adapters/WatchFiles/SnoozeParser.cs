using System.Text.RegularExpressions;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>
/// Reads <c>"snooze": [ { "symbol": "NVDA", "until": "2025-01-28T21:00:00Z" } ]</c>; besides a symbol it is an incident, all or what is
/// below severe.
/// </summary>
internal sealed partial class SnoozeParser(JsonDocumentParser json)
{
    private const int MostSnoozes = 50;

    // Before anything that can be told: a snooze without a beginning holds from the start.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, SnoozeScope> Scopes = new()
    {
        ["incident"] = SnoozeScope.Incident,
        ["symbol"] = SnoozeScope.Symbol,
        ["belowSevere"] = SnoozeScope.BelowSevere,
        ["all"] = SnoozeScope.All,
    };

    public IReadOnlyList<Snooze>? Read(JObject entry, RuleVocabulary vocabulary)
    {
        if (entry["snooze"] is null)
        {
            return null;
        }

        var snoozes = json.Objects(entry, "snooze").Select(snooze => ReadSnooze(snooze, vocabulary)).ToArray();
        return snoozes.Length <= MostSnoozes
            ? snoozes
            : throw json.Refuse(entry["snooze"]!, $"'snooze' has at most {MostSnoozes} entries.");
    }

    private Snooze ReadSnooze(JObject snooze, RuleVocabulary vocabulary)
    {
        json.OnlyKeys(snooze, [.. Scopes.Keys, "since", "until"]);
        var named = Scopes.Where(scope => snooze.ContainsKey(scope.Key)).ToArray();
        if (named is not [var (key, scope)])
        {
            throw json.Refuse(snooze, $"an entry of 'snooze' has exactly one of {string.Join(", ", Scopes.Keys)}.");
        }

        var name = ReadName(snooze, key, scope, vocabulary);
        var since = json.OptionalInstant(snooze, "since") ?? Earliest;
        var until = json.OptionalInstant(snooze, "until") ?? throw json.Refuse(snooze, "'until' is missing: a snooze always ends.");
        return until > since
            ? new Snooze(scope, name, since, until)
            : throw json.Refuse(snooze["until"]!, "'until' is later than 'since'.");
    }

    private string ReadName(JObject snooze, string key, SnoozeScope scope, RuleVocabulary vocabulary)
    {
        if (scope is SnoozeScope.BelowSevere or SnoozeScope.All)
        {
            return json.OptionalFlag(snooze, key) is true ? "" : throw json.Refuse(snooze[key]!, $"'{key}' is true.");
        }

        var (text, token) = json.Text(snooze, key);
        return scope is SnoozeScope.Incident
            ? IncidentId().IsMatch(text)
                ? text
                : throw json.Refuse(token, $"'{text}' is no incident's id such as chips-down-20250127 or news-NVDA-20250127.")
            : ReadSymbol(text, token, vocabulary);
    }

    /// <summary>A symbol is not polled because somebody does not want to hear of it.</summary>
    private string ReadSymbol(string text, JToken token, RuleVocabulary vocabulary)
    {
        if (!Symbol.TryParse(text, out var symbol))
        {
            throw json.Refuse(token, $"'{text}' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.");
        }

        return vocabulary.Knows(symbol) ? symbol.Text : throw json.Refuse(token, $"unknown symbol '{symbol}': there are no quotes for it.");
    }

    [GeneratedRegex(@"^(news-[A-Za-z0-9.-]{1,40}|[A-Za-z0-9.-]{1,40}-(up|down))-[0-9]{8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex IncidentId();
}
