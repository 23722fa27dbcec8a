using MarketAlerts.AzureOutline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>
/// Composes a Functions app. Services, configuration, logging and metrics work in the outline, so that the composition
/// can be tested and hosted elsewhere; only <see cref="Build"/> does not.
/// </summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly HostApplicationBuilder _inner;

    internal FunctionsApplicationBuilder(string[] args)
    {
        _inner = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
        _inner.Configuration.AddEnvironmentVariables().AddCommandLine(args);
    }

    /// <summary>The settings.</summary>
    public ConfigurationManager Configuration => _inner.Configuration;

    /// <summary>The name of the app and of the place it runs in.</summary>
    public IHostEnvironment Environment => _inner.Environment;

    /// <summary>The logging.</summary>
    public ILoggingBuilder Logging => _inner.Logging;

    /// <summary>The metrics.</summary>
    public IMetricsBuilder Metrics => _inner.Metrics;

    /// <summary>The services.</summary>
    public IServiceCollection Services => _inner.Services;

    /// <summary>What the parts of the composition hand to each other.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_inner).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>Puts another container in the place of the default one.</summary>
    /// <typeparam name="TContainerBuilder">The builder of the container.</typeparam>
    /// <param name="factory">Makes the container.</param>
    /// <param name="configure">Adds to the container.</param>
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        _inner.ConfigureContainer(factory, configure);

    /// <summary>Would make the worker; the outline has none.</summary>
    /// <returns>Nothing.</returns>
    /// <exception cref="PlatformNotSupportedException">Always: this is an outline build.</exception>
    public IHost Build() => throw Outline.Refusal(nameof(FunctionsApplicationBuilder));
}
