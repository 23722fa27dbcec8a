using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>The production composition on a real Azurite, without sources: what a test replaces, it registers on top.</summary>
internal static class TestComposition
{
    /// <summary>Builds it.</summary>
    /// <param name="azurite">Where everything is stored.</param>
    /// <param name="time">The clock.</param>
    /// <param name="replace">Registers the test's own parts.</param>
    /// <param name="settings">Settings beside those that every test needs.</param>
    public static ServiceProvider Build(
        Azurite azurite,
        TimeProvider time,
        Action<IServiceCollection> replace,
        params (string Name, string Value)[] settings
    )
    {
        var all = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Links:BaseUrl"] = "http://127.0.0.1:1",
            ["Links:SigningKey"] = TestKeys.Signing,
            ["News:AllowPrivateAddresses"] = "true",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddMarketAlerts(configuration)
            .AddNewsSources(configuration)
            .AddNoSources();
        replace(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
