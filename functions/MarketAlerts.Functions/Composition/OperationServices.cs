using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>What keeps the tables in order, by itself and by an operator's commands.</summary>
internal static class OperationServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddOperation(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<RetentionOptions>(configuration, RetentionOptions.Section)
            .AddSingleton<IRetentionStore, TableRetentionStore>()
            .AddSingleton<PendingSweep>()
            .AddSingleton<Housekeeper>()
            .AddSingleton<WatchFileImport>()
            .AddSingleton<Forgetter>()
            .AddSingleton<LevelRebuild>()
            .AddSingleton<Rebuilder>();
}
