using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What the catalog holds, as rows of the <c>Catalog</c> table: a partition a kind.</summary>
internal static class CatalogRows
{
    public const string Basket = "basket";
    public const string Symbol = "symbol";
    public const string Extended = "extended";
    public const string Feed = "feed";
    public const string News = "news";
    public const string Alias = "alias";

    /// <summary>All rows, kind by kind.</summary>
    public static IEnumerable<IEnumerable<TableEntity>> Write(Catalog catalog) =>
        [
            catalog.Pages.Select(pair => new TableEntity(Symbol, pair.Key.Text) { ["page"] = pair.Value }),
            catalog.Baskets.Values.Select(RowOf),
            catalog.ExtendedPages.Select(page => new TableEntity(Extended, page)),
            catalog.Feeds.Values.Select(RowOf),
            catalog.News.Values.Select(RowOf),
            catalog.Aliases.Select(RowOf),
        ];

    public static Basket BasketOf(TableEntity row) =>
        new(
            row.RowKey,
            [.. row.GetString("members").Split(' ').Select(Core.Market.Symbol.Parse)],
            row.GetString("within"),
            SymbolOf(row, "benchmark")
        );

    public static Feed FeedOf(TableEntity row) =>
        new(
            row.RowKey,
            Enum.Parse<FeedKind>(row.GetString("kind")),
            row.GetString("address") is { } address ? new Uri(address) : null,
            row.GetInt32("everyMinutes") ?? 1
        );

    public static NewsCondition NewsOf(TableEntity row) => new(SymbolOf(row, "symbol"), row.GetString("phrase"));

    public static Alias AliasOf(TableEntity row) =>
        new(row.GetString("text"), Core.Market.Symbol.Parse(row.GetString("symbol")), Enum.Parse<AliasForm>(row.GetString("form")));

    private static Symbol? SymbolOf(TableEntity row, string column) =>
        row.GetString(column) is { } text ? Core.Market.Symbol.Parse(text) : null;

    private static TableEntity RowOf(Basket basket) =>
        new(Basket, basket.Name)
        {
            ["members"] = string.Join(' ', basket.Members),
            ["within"] = basket.Within,
            ["benchmark"] = basket.Benchmark?.Text,
        };

    private static TableEntity RowOf(Feed feed) =>
        new(Feed, feed.Name)
        {
            ["kind"] = feed.Kind.ToString(),
            ["address"] = feed.Address?.AbsoluteUri,
            ["everyMinutes"] = feed.EveryMinutes,
        };

    private static TableEntity RowOf(NewsCondition news) =>
        new(News, news.Target.ToString()) { ["symbol"] = news.Symbol?.Text, ["phrase"] = news.Phrase };

    private static TableEntity RowOf(Alias alias) =>
        new(
            Alias,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{alias.Symbol}|{alias.Form}|{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(alias.Text)):x16}"
            )
        )
        {
            ["text"] = alias.Text,
            ["symbol"] = alias.Symbol.Text,
            ["form"] = alias.Form.ToString(),
        };
}
