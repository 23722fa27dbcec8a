using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Splits;
using MarketAlerts.Adapters.Quotes.Splits.Alpaca;
using MarketAlerts.Adapters.Quotes.Splits.Massive;
using MarketAlerts.Adapters.Tests.Quotes.Providers;

namespace MarketAlerts.Adapters.Tests.Quotes.Splits;

/// <summary>One source of splits, and how it writes what the contract asks about.</summary>
internal sealed record SplitCase
{
    private const string Secret = ProviderCase.Key + "-SECRET";

    public static IReadOnlyList<SplitCase> All { get; } =
    [
        new SplitCase
        {
            Name = "massive",
            Create = (fetcher, url) => new MassiveSplits(fetcher, new MassiveOptions { BaseUrl = url, ApiKey = ProviderCase.Key }),
            Path = "/v3/reference/splits?execution_date.gte=2024-06-07&execution_date.lte=2024-06-17&limit=1000",
            Good = """
                {"results":[
                 {"execution_date":"2024-06-10","id":"E1","split_from":1,"split_to":10,"ticker":"NVDA"},
                 {"execution_date":"2024-06-12","id":"E2","split_from":20,"split_to":1,"ticker":"XYZ"}],
                 "status":"OK","request_id":"r1"}
                """,
            Hostile = """
                {"request_id":7,"results":[
                 null, 7, "NVDA", [], {}, {"a":{"b":[1,{"c":2}]}},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":0,"split_to":10},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":-1,"split_to":10},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":null,"split_to":10},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":1e400,"split_to":10},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":1,"split_to":1},
                 {"ticker":"AAA","execution_date":"2024-06-10","split_from":1,"split_to":1e9},
                 {"ticker":"AAA","execution_date":"10.06.2024","split_from":1,"split_to":10},
                 {"ticker":"AAA","execution_date":null,"split_from":1,"split_to":10},
                 {"ticker":"A A","execution_date":"2024-06-10","split_from":1,"split_to":10},
                 {"execution_date":"2024-06-10","split_from":1,"split_to":10},
                 {"split_to":"10","ticker":"nvda","split_from":"1","execution_date":"2024-06-10","new":[{}]},
                 {"ticker":"NVDA","execution_date":"2024-06-10","split_from":1,"split_to":4},
                 {"ticker":"XYZ","execution_date":"2024-06-12","split_from":20,"split_to":1}],"status":"DELAYED"}
                """,
            Nothing = ["""{"status":"OK"}""", """{"results":[],"status":"OK"}""", """{"results":[]}"""],
            Page = (body, _, url) =>
                body.Replace(
                    "\"status\"",
                    $"\"next_url\":\"{url}/v3/reference/splits?cursor=abc%3D\",\"status\"",
                    StringComparison.Ordinal
                ),
            NextPath = "/v3/reference/splits?cursor=abc%3D",
            KeyHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {ProviderCase.Key}" },
        },
        new SplitCase
        {
            Name = "alpaca",
            Create = (fetcher, url) =>
                new AlpacaSplits(
                    fetcher,
                    new AlpacaOptions
                    {
                        BaseUrl = url,
                        ApiKey = ProviderCase.Key,
                        ApiSecret = Secret,
                    }
                ),
            Path = "/v1/corporate-actions?types=forward_split,reverse_split&start=2024-06-07&end=2024-06-17&limit=1000",
            Good = """
                {"corporate_actions":{
                 "forward_splits":[{"id":"f1","cusip":"67066G104","due_bill_redemption_date":"2024-06-10","ex_date":"2024-06-10","new_rate":10,"old_rate":1,
                  "payable_date":"2024-06-07","process_date":"2024-06-10","record_date":"2024-06-06","symbol":"NVDA"}],
                 "reverse_splits":[{"ex_date":"2024-06-12","new_rate":1,"old_rate":20,"process_date":"2024-06-12","old_cusip":"1","new_cusip":"2","symbol":"XYZ"}]},
                 "next_page_token":null}
                """,
            Hostile = """
                {"new":{},"corporate_actions":{
                 "cash_dividends":[{"symbol":"AAA","ex_date":"2024-06-10","rate":1}], "unit_splits":[{"old_symbol":"AAA"}], "name_changes":null,
                 "forward_splits":[null,7,[],{},{"symbol":"AAA","ex_date":"2024-06-10","old_rate":0,"new_rate":10},{"symbol":"AAA","ex_date":null,"old_rate":1,"new_rate":10},
                  {"symbol":null,"ex_date":"2024-06-10","old_rate":1,"new_rate":10},{"symbol":"AAA","ex_date":"2024-06-10","old_rate":1,"new_rate":-10},
                  {"new_rate":"10","old_rate":"1","symbol":"NVDA","ex_date":"2024-06-10","more":[{}]},{"symbol":"NVDA","ex_date":"2024-06-10","old_rate":1,"new_rate":4}],
                 "reverse_splits":[{"symbol":"XYZ","ex_date":"2024-06-12","old_rate":20,"new_rate":1}]}}
                """,
            Nothing =
            [
                """{"corporate_actions":{},"next_page_token":null}""",
                """{"corporate_actions":{"forward_splits":[],"reverse_splits":null}}""",
            ],
            Page = (body, token, _) =>
                body.Replace("\"next_page_token\":null", $"\"next_page_token\":\"{token}\"", StringComparison.Ordinal),
            NextPath =
                "/v1/corporate-actions?types=forward_split,reverse_split&start=2024-06-07&end=2024-06-17&limit=1000&page_token=abc%3D",
            KeyHeaders = new Dictionary<string, string> { ["APCA-API-KEY-ID"] = ProviderCase.Key, ["APCA-API-SECRET-KEY"] = Secret },
        },
    ];

    public required string Name { get; init; }

    public required Func<Fetcher, string, ISplitProvider> Create { get; init; }

    /// <summary>What it asks for the days from 7 to 17 June 2024.</summary>
    public required string Path { get; init; }

    /// <summary>NVDA 10 for 1 on 10 June, XYZ 1 for 20 on 12 June.</summary>
    public required string Good { get; init; }

    /// <summary>The same between rows that make no sense, and NVDA told twice.</summary>
    public required string Hostile { get; init; }

    /// <summary>How it says that there are none.</summary>
    public required IReadOnlyList<string> Nothing { get; init; }

    /// <summary>The good body with a next page, by its token or its server.</summary>
    public required Func<string, string, string, string> Page { get; init; }

    /// <summary>What it then asks for; the token is <c>abc=</c>.</summary>
    public required string NextPath { get; init; }

    /// <summary>The headers with the key.</summary>
    public required IReadOnlyDictionary<string, string> KeyHeaders { get; init; }

    public static SplitCase Named(string name) => All.Single(split => split.Name == name);
}
