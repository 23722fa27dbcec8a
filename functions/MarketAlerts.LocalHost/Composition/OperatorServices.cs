using MarketAlerts.Core.Messages;
using MarketAlerts.Functions.Composition;
using MarketAlerts.LocalHost.Commands;

namespace MarketAlerts.LocalHost.Composition;

/// <summary>
/// What the commands of an operator work with: the pipeline's own use cases on the tables of a laptop or a deployment, without triggers and
/// without messages.
/// </summary>
internal static class OperatorServices
{
    /// <summary>
    /// The settings: a <c>local.settings.json</c> here, under the environment and the arguments. With an address of tables the account is
    /// that one, reached by Entra sign-in.
    /// </summary>
    /// <param name="tables">The address of a deployment's tables, or null for the connection string of the settings.</param>
    /// <param name="arguments">Settings as arguments.</param>
    public static IConfiguration Settings(Uri? tables, string[] arguments)
    {
        var settings = new ConfigurationBuilder();
        if (tables is null)
        {
            settings.AddInMemoryCollection(LocalServices.Defaults);
        }

        settings
            .AddInMemoryCollection(LocalSettings.Read(Directory.GetCurrentDirectory()))
            .AddEnvironmentVariables()
            .AddCommandLine(arguments);
        if (tables is not null)
        {
            settings.AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:ConnectionString"] = null, ["Storage:TableServiceUri"] = tables.AbsoluteUri }
            );
        }

        return settings.Build();
    }

    /// <summary>The services.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="more">What stands in the place of one of them.</param>
    public static ServiceProvider Build(IConfiguration settings, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(settings)
            .AddMarketAlerts(settings)
            .AddSingleton<IMessagePublisher, NoFlushRequests>();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}

/// <summary>Sends nothing: flush requests only speed things up, and the running host finds within a minute what is due.</summary>
internal sealed class NoFlushRequests : IMessagePublisher
{
    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        message.Queue is QueueNames.Deliveries
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"An operator's command publishes flush requests only, not {message.Id} on {message.Queue}."
            );
}
