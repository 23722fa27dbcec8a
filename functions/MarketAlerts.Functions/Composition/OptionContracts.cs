using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Functions.Composition;

/// <summary>Options are contracts: bound from their section, ranges checked when the host starts.</summary>
public static class OptionContracts
{
    /// <summary>Registers one options class, injectable as itself.</summary>
    public static IServiceCollection AddContract<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
    }
}
