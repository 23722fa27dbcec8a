using System.Text.RegularExpressions;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads what a <c>watch.json</c> says of news: feeds, and names of companies.</summary>
internal sealed partial class NewsSectionParser(JsonDocumentParser json)
{
    private const int MostMinutes = 1_440;

    // What a file calls a kind, and whether that kind needs an address.
    private static readonly Dictionary<string, (FeedKind Kind, bool NeedsAddress)> Kinds = new()
    {
        ["rss"] = (FeedKind.Rss, true),
        ["edgar"] = (FeedKind.Edgar, false),
        ["alpaca"] = (FeedKind.Alpaca, false),
        ["finnhub"] = (FeedKind.Finnhub, false),
        ["massive"] = (FeedKind.Massive, false),
    };

    /// <summary>The feeds: a list of <c>{ "name": "cnbc", "url": "https://...", "kind": "rss", "everyMinutes": 5 }</c>.</summary>
    public IReadOnlyList<Feed> ReadFeeds(JObject root)
    {
        var feeds = new Dictionary<string, Feed>();
        foreach (var entry in json.Objects(root, "feeds"))
        {
            var feed = ReadFeed(entry);
            if (!feeds.TryAdd(feed.Name, feed))
            {
                throw json.Refuse(entry, $"feed '{feed.Name}' is there twice.");
            }
        }

        return [.. feeds.Values];
    }

    /// <summary>The names of one company: with a capital first letter, or behind a <c>=</c> exactly as written.</summary>
    public IEnumerable<Alias> ReadAliases(JObject entry, Symbol symbol)
    {
        foreach (var (text, token) in json.Texts(entry, "aliases"))
        {
            var (name, isExact) = (text.TrimStart('=').Trim(), text.StartsWith('='));
            yield return name.Length > 1 && name.Length <= Article.LongestTitle
                ? new Alias(name, symbol, isExact ? AliasForm.Exact : AliasForm.Name)
                : throw json.Refuse(token, $"'{text}' is no name: two letters at least.");
        }
    }

    private Feed ReadFeed(JObject entry)
    {
        json.OnlyKeys(entry, "name", "url", "kind", "everyMinutes");
        var (name, token) = json.Text(entry, "name");
        if (!FeedName().IsMatch(name))
        {
            throw json.Refuse(token, $"'{name}' is no feed name: lower case letters, digits and '-', at most 40, a letter first.");
        }

        var kind = json.OptionalWord(entry, "kind", Kinds) ?? Kinds["rss"];
        return new Feed(
            name,
            kind.Kind,
            ReadAddress(entry, kind.NeedsAddress),
            json.OptionalWhole(entry, "everyMinutes", 1, MostMinutes) ?? 1
        );
    }

    private Uri? ReadAddress(JObject entry, bool isNeeded)
    {
        if (json.OptionalText(entry, "url") is not { } url)
        {
            return isNeeded ? throw json.Refuse(entry, "'url' is missing.") : null;
        }

        if (!isNeeded)
        {
            throw json.Refuse(url.Token, "a feed of this kind knows its own address; leave 'url' out.");
        }

        return Uri.TryCreate(url.Text, UriKind.Absolute, out var address) && WebAddress.IsUsable(address)
            ? address
            : throw json.Refuse(url.Token, "'url' is an address such as https://example.com/rss.xml.");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex FeedName();
}
