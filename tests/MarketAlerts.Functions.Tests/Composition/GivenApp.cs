using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Tests.Composition;

/// <summary>The app as its Program composes it, with settings that are all right but for those given.</summary>
internal static class GivenApp
{
    public static ServiceProvider Build(params (string Key, string? Value)[] settings) => BuildAt(TimeProvider.System, settings);

    /// <summary>At a time: whether the settings are right depends on it, since the market calendar must cover today.</summary>
    public static ServiceProvider BuildAt(TimeProvider time, params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
            ["ServiceBus:FullyQualifiedNamespace"] = "market-alerts.servicebus.windows.net",
            ["Links:BaseUrl"] = "https://alerts.example.com",
            ["Links:SigningKey"] = TestKeys.Signing,
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Where(pair => pair.Value is not null)).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time)
            .AddMarketAlerts(configuration)
            .AddServiceBusTransport(configuration)
            .AddQuoteSources(configuration)
            .AddNewsSources(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
