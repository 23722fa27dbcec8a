using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class FunctionsApplicationBuilderTests
{
    private readonly FunctionsApplicationBuilder _builder = FunctionsApplication.CreateBuilder(["--Poll:Every=60"]);

    [Fact]
    public void Services_Resolve_WhenComposed()
    {
        _builder.Services.AddSingleton(new Version(1, 2));

        using var services = _builder.Services.BuildServiceProvider();

        services.GetRequiredService<Version>().ShouldBe(new Version(1, 2));
        services.GetRequiredService<IConfiguration>()["Poll:Every"].ShouldBe("60");
        services.GetRequiredService<IHostEnvironment>().ShouldBeSameAs(_builder.Environment);
    }

    [Fact]
    public void Configuration_HasTheArguments_WhenCreated() =>
        _builder.Configuration["Poll:Every"].ShouldBe("60");

    [Fact]
    public void Configuration_IsTheSame_WhenSeenAsAHostBuilder() =>
        ((IHostApplicationBuilder)_builder).Configuration.ShouldBeSameAs(_builder.Configuration);

    [Fact]
    public void LoggingAndMetrics_AddToTheServices_WhenUsed()
    {
        _builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _builder.Metrics.EnableMetrics("MarketAlerts");

        _builder.Logging.Services.ShouldBeSameAs(_builder.Services);
        _builder.Metrics.Services.ShouldBeSameAs(_builder.Services);
    }

    [Fact]
    public void Properties_KeepAValue_WhenSet()
    {
        _builder.Properties["key"] = 1;

        _builder.Properties["key"].ShouldBe(1);
    }

    [Fact]
    public void ConfigureContainer_Accepts_WhenGivenAFactory() =>
        Should.NotThrow(() => _builder.ConfigureContainer(new DefaultServiceProviderFactory(), _ => { }));

    [Fact]
    public void ConfigureFunctionsWebApplication_ReturnsTheBuilder_WhenCalled() =>
        _builder.ConfigureFunctionsWebApplication().ShouldBeSameAs(_builder);

    [Fact]
    public void Build_SaysWhatToDo_WhenCalled() =>
        Should.Throw<PlatformNotSupportedException>(() => _builder.Build()).Message.ShouldBe(
            "FunctionsApplicationBuilder.Build needs the real Azure packages and this is an outline build: delete azure-packages.props, restore from a NuGet feed that has them, and build again.");
}
