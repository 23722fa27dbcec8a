using System.Globalization;
using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Reports;
using MarketAlerts.LocalHost.Scenarios;
using Microsoft.Extensions.Configuration.Memory;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Builds and runs the host in one of its modes.</summary>
public static class LocalHostApp
{
    /// <summary>Runs until the replay is over, the mails are written or the question is answered, or until the host is stopped; returns the exit code.</summary>
    public static Task<int> RunAsync(CommandLine command, string[] settings) =>
        command.Mode switch
        {
            "replay" => ReplayAsync(command, settings),
            "why" => WhyAsync(command, settings),
            "mails" => MailsAsync(command.Out!),
            "send-test" => ChannelCommands.SendTestAsync(command.To!, ChannelCommands.Settings(settings), Console.Out),
            "webhook-key" => ChannelCommands.TellKeyAsync(command.Url!, ChannelCommands.Settings(settings), Console.Out),
            "cost" => CostCommand.RunAsync(command.Options, settings, Console.Out, CancellationToken.None),
            "live" => LiveAsync(command, settings),
            _ => OperatorCommands.RunAsync(command, settings, Console.Out),
        };

    private static Task<int> MailsAsync(string folder)
    {
        MailsCommand.Write(folder);
        Console.WriteLine($"The mails: {Path.Combine(folder, "index.html")}");
        return Task.FromResult(0);
    }

    private static async Task<int> ReplayAsync(CommandLine command, string[] settings)
    {
        await using var app = Build(
            settings,
            (services, configuration) =>
                services.AddReplay(configuration, ScenarioLoader.Read(command.Scenario!, CalendarOf(configuration)))
        );
        await app.StartAsync();
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(command.Speed, stopping);
        var report = app.Services.GetRequiredService<ReportWriter>();
        if (command.Report is { } file)
        {
            await report.WriteAsync(file, stopping);
            Console.WriteLine($"Report: {file}");
            await app.StopAsync(stopping);
            return 0;
        }

        var counts = (await report.ReadAsync(stopping)).Counts;
        Console.WriteLine($"The day is over: {counts["incidents"]} incidents, {counts["mails"]} mails.");
        Console.WriteLine($"The inbox stays open at {app.Configuration["Inbox:Url"]}; the links in the mails work. Press Ctrl+C to end.");
        await app.WaitForShutdownAsync(stopping);
        return 0;
    }

    /// <summary>Plays the scenario to its end in silence.</summary>
    private static async Task<int> WhyAsync(CommandLine command, string[] settings)
    {
        await using var app = Build(
            [.. settings, "--Logging:LogLevel:Default=None"],
            (services, configuration) =>
                services
                    .AddReplay(configuration, ScenarioLoader.Read(command.Scenario!, CalendarOf(configuration)))
                    .AddSingleton(Timeline.Silent)
                    .AddSingleton<WhyCommand>()
        );
        await app.StartAsync();
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(ReplaySpeed.Parse("max")!.Value, stopping);
        await app.Services.GetRequiredService<WhyCommand>().WriteAsync(command.Subscriber!, Console.Out, stopping);
        await app.StopAsync(stopping);
        return 0;
    }

    private static async Task<int> LiveAsync(CommandLine command, string[] settings)
    {
        var kept = LocalSettings.Read(Directory.GetCurrentDirectory());
        await using var app = Build(settings, (services, configuration) => services.AddLive(configuration), kept);
        if (command.Watch is { } file)
        {
            var watch = WatchFileParser.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file), new HashSet<Core.Market.Symbol>());
            foreach (var answer in await app.Services.GetRequiredService<WatchFileImport>().EnterAsync(watch, CancellationToken.None))
            {
                Console.WriteLine($"{answer.Rule}: {answer.AlreadyPassed}");
            }
        }

        await SourceReport.TellAsync(app.Services);
        Console.WriteLine($"MarketAlerts runs. Inbox: {app.Configuration["Inbox:Url"]}. Press Ctrl+C to stop.");
        await app.RunAsync();
        return 0;
    }

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
        builder.Configuration.Sources.Insert(1, new MemoryConfigurationSource { InitialData = kept ?? new Dictionary<string, string?>() }); // The environment stands over it.
        builder.WebHost.UseUrls(builder.Configuration["Links:BaseUrl"] ?? "http://127.0.0.1:0");
        builder.Services.AddLaptop(builder.Configuration);
        add(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.MapFunctions(app.Services.GetRequiredService<FunctionCatalog>(), app.Services.GetRequiredService<FunctionInvoker>());
        return app;
    }
}

/// <summary>Prints why a subscriber was or was not told, after a replay.</summary>
/// <param name="explainer">Knows it.</param>
public sealed class WhyCommand(WhyExplainer explainer)
{
    /// <summary>Writes a line for each decision, in market time.</summary>
    public async Task WriteAsync(string email, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = await explainer.ExplainAsync(SubscriberId.FromAddress(email), cancellationToken);
        await output.WriteLineAsync(
            lines.Count is 0
                ? $"Nothing is known of {email} in this scenario: neither a rule nor a decision."
                : $"Why, for {email} (New York time):"
        );
        foreach (var line in lines)
        {
            var at = TimeZoneInfo.ConvertTime(line.At, MarketCalendar.NewYork).ToString("ddd d MMM HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"  {at}  {line.Decision}: {line.Reason}");
        }
    }
}
