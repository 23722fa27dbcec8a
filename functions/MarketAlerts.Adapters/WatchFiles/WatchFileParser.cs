using System.Text.RegularExpressions;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Reads <c>watch.json</c>, rules as code. Unknown keys and wrong values are refused with the line.</summary>
public sealed partial class WatchFileParser
{
    private const int MostMembers = 200;
    private readonly JsonDocumentParser _json;
    private readonly SubscriberParser _subscribers;
    private readonly NewsSectionParser _news;
    private readonly IReadOnlySet<Symbol> _known;
    private readonly HashSet<Symbol> _symbols = [];

    private WatchFileParser(string file, IReadOnlySet<Symbol> known)
    {
        _json = new JsonDocumentParser(file);
        _subscribers = new SubscriberParser(_json);
        _news = new NewsSectionParser(_json);
        _known = known;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for the refusals.</param>
    /// <param name="json">Its text.</param>
    /// <param name="known">The symbols there are quotes for; empty accepts any well-formed symbol.</param>
    /// <exception cref="InputFileException">Something in it is wrong.</exception>
    public static WatchFile Read(string file, string json, IReadOnlySet<Symbol> known) => new WatchFileParser(file, known).Read(json);

    private WatchFile Read(string json)
    {
        var root = _json.Parse(json);
        _json.OnlyKeys(root, "baskets", "symbols", "feeds", "subscribers");
        var baskets = new Dictionary<string, Basket>();
        foreach (var entry in _json.Objects(root, "baskets"))
        {
            var basket = ReadBasket(entry);
            if (!baskets.TryAdd(basket.Name, basket))
            {
                throw _json.Refuse(entry, $"basket '{basket.Name}' is there twice.");
            }
        }

        CheckNesting(root, baskets);
        var aliases = ReadAliases(root);
        var feeds = _news.ReadFeeds(root);
        var vocabulary = new RuleVocabulary(_known, baskets.Keys.ToHashSet());
        var subscribers = new Dictionary<SubscriberId, Subscriber>();
        foreach (var entry in _json.Objects(root, "subscribers"))
        {
            var subscriber = _subscribers.Read(entry, vocabulary, _symbols);
            if (!subscribers.TryAdd(subscriber.Id, subscriber))
            {
                throw _json.Refuse(entry, $"subscriber '{subscriber.Email}' is there twice.");
            }
        }

        return new WatchFile([.. baskets.Values], _symbols, [.. subscribers.Values]) { Feeds = feeds, Aliases = aliases };
    }

    private Basket ReadBasket(JObject entry)
    {
        _json.OnlyKeys(entry, "name", "members", "within", "benchmark");
        var (name, token) = _json.Text(entry, "name");
        if (!BasketName().IsMatch(name))
        {
            throw _json.Refuse(token, $"'{name}' is no basket name: lower case letters, digits and '-', at most 40, a letter first.");
        }

        var members = _json.Texts(entry, "members").Select(member => ReadSymbol(member.Text, member.Token)).ToArray();
        if (members.Length is 0 or > MostMembers || members.Distinct().Count() != members.Length)
        {
            throw _json.Refuse(entry, $"a basket has 1 to {MostMembers} different members.");
        }

        Symbol? benchmark = _json.OptionalText(entry, "benchmark") is { } measure ? ReadSymbol(measure.Text, measure.Token) : null;
        return new Basket(name, members, _json.OptionalText(entry, "within")?.Text, benchmark);
    }

    private void CheckNesting(JObject root, Dictionary<string, Basket> baskets)
    {
        foreach (var entry in _json.Objects(root, "baskets"))
        {
            if (
                _json.OptionalText(entry, "within") is { } within
                && (!baskets.ContainsKey(within.Text) || within.Text == _json.Text(entry, "name").Text)
            )
            {
                throw _json.Refuse(within.Token, $"'within' names another basket of this file; there is no '{within.Text}'.");
            }
        }
    }

    private List<Alias> ReadAliases(JObject root)
    {
        var aliases = new List<Alias>();
        foreach (var entry in _json.Objects(root, "symbols"))
        {
            _json.OnlyKeys(entry, "symbol", "aliases");
            var (text, token) = _json.Text(entry, "symbol");
            aliases.AddRange(_news.ReadAliases(entry, ReadSymbol(text, token)));
        }

        return aliases;
    }

    private Symbol ReadSymbol(string text, JToken token)
    {
        if (!Symbol.TryParse(text, out var symbol))
        {
            throw _json.Refuse(token, $"'{text}' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.");
        }

        if (_known.Count > 0 && !_known.Contains(symbol))
        {
            throw _json.Refuse(token, $"unknown symbol '{symbol}': there are no quotes for it.");
        }

        _symbols.Add(symbol);
        return symbol;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex BasketName();
}
