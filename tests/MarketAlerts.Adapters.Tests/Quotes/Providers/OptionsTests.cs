using System.ComponentModel.DataAnnotations;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Stooq;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

public sealed class OptionsTests
{
    public static TheoryData<object> WithKeys { get; } =
    [
        new MassiveOptions { ApiKey = "key" },
        new AlpacaOptions { ApiKey = "key", ApiSecret = "secret" },
        new TiingoOptions { ApiKey = "key" },
        new TwelveDataOptions { ApiKey = "key" },
        new FinnhubOptions { ApiKey = "key" },
        new StooqOptions(),
    ];

    public static TheoryData<object, string[]> Wrong { get; } =
        new()
        {
            {
                new MassiveOptions { DelaySeconds = -1, SnapshotSeconds = 0 },
                ["ApiKey", "DelaySeconds", "SnapshotSeconds"]
            },
            {
                new AlpacaOptions { Feed = "otc", BatchSize = 0 },
                ["ApiKey", "ApiSecret", "Feed", "BatchSize"]
            },
            {
                new TiingoOptions
                {
                    BaseUrl = "",
                    CallsPerHour = 0,
                    CallsPerDay = 0,
                },
                ["BaseUrl", "ApiKey", "CallsPerHour", "CallsPerDay"]
            },
            {
                new TwelveDataOptions { BatchSize = 121, CallsPerMinute = 0 },
                ["ApiKey", "CallsPerMinute", "BatchSize"]
            },
            {
                new FinnhubOptions { BaseUrl = "finnhub.io" },
                ["BaseUrl", "ApiKey"]
            },
            {
                new StooqOptions { BatchSize = 501, DelaySeconds = 86_401 },
                ["DelaySeconds", "BatchSize"]
            },
        };

    [Theory]
    [MemberData(nameof(WithKeys))]
    public void Defaults_AreValid_OnceTheKeyIsSet(object options) => MembersRefused(options).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_AreRefused_WhenTheyAreOutOfRange(object options, string[] members) =>
        MembersRefused(options).ShouldBe(members, ignoreOrder: true);

    private static IEnumerable<string> MembersRefused(object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames);
    }
}
