using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Stages.Opening;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>What tells the open.</summary>
internal static class OpenServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddProofOfLife(this IServiceCollection services) =>
        services.AddSingleton<IOpeningStore, TableOpeningStore>().AddSingleton<OpeningLoader>().AddSingleton<OpeningNotices>();
}
