using System.CommandLine;
using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.LocalHost.Scenarios;
using Microsoft.Extensions.Configuration.Memory;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Runs the commands, and builds the host that they work with.</summary>
internal static class LocalHostApp
{
    private const string AskForPlan = "plan";

    /// <summary>Runs a command until it is done or stopped, or only tells its plan; returns the exit code.</summary>
    /// <exception cref="FormatException">The command line is wrong; the message says what is right.</exception>
    public static Task<int> RunAsync(string[] arguments, CommandRun run)
    {
        if (arguments is [AskForPlan, .. var asked])
        {
            foreach (var line in CommandTree.PlanOf(CommandTree.Parse(asked, run)).Lines)
            {
                run.Says.WriteLine(line);
            }

            return Task.FromResult(0);
        }

        // What is wrong is told by whoever called, and signals are the host's: it saves before it ends.
        return CommandTree
            .Parse(arguments, run)
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>The host with a scenario to play.</summary>
    internal static WebApplication BuildReplay(string scenario, string[] settings, Action<IServiceCollection>? more = null) =>
        Build(
            [.. LinkSettings.OfThisRun(), .. settings],
            (services, configuration) =>
            {
                services.AddReplay(configuration, ScenarioLoader.Read(scenario, CalendarOf(configuration)));
                more?.Invoke(services);
            }
        );

    /// <summary>Before there is an app to ask: a scenario outside of the calendar is refused with file and line.</summary>
    private static MarketCalendar CalendarOf(IConfiguration configuration) =>
        new(CalendarFile.Read(configuration.GetSection(CalendarOptions.Section).Get<CalendarOptions>() ?? new CalendarOptions()));

    internal static WebApplication Build(
        string[] settings,
        Action<IServiceCollection, IConfiguration> add,
        IReadOnlyDictionary<string, string?>? kept = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = LocalServices.Defaults });
        // The environment stands over it.
        builder.Configuration.Sources.Insert(1, new MemoryConfigurationSource { InitialData = kept ?? new Dictionary<string, string?>() });
        builder.WebHost.UseUrls(builder.Configuration["Links:BaseUrl"] ?? "http://127.0.0.1:0");
        builder.Services.AddLaptop(builder.Configuration);
        add(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.MapFunctions(app.Services.GetRequiredService<FunctionCatalog>(), app.Services.GetRequiredService<FunctionInvoker>());
        return app;
    }
}
