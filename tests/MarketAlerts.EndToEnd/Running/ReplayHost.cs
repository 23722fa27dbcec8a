using MarketAlerts.LocalHost.Commands;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Runs the real laptop host on a given Azurite and mail server.</summary>
internal static class ReplayHost
{
    private static readonly string Key = TestKeys.Signing;

    /// <summary>Starts it as its own process.</summary>
    public static ChildProcess Start(string scenario, string speed, string report, Azurite azurite, SmtpSink mail) =>
        new(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "MarketAlerts.LocalHost.dll"), .. Arguments(scenario, speed, report)],
            Settings(azurite, mail)
                .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value)
        );

    /// <summary>
    /// Runs it to the end within this process: everything of it but Program.cs, without the seconds that a process takes to compile itself.
    /// </summary>
    public static Task RunHereAsync(
        string scenario,
        string report,
        Azurite azurite,
        SmtpSink mail,
        Dictionary<string, string>? more = null
    ) =>
        LocalHostApp.RunAsync(
            Arguments(scenario, "max", report),
            new CommandRun(
                [.. Settings(azurite, mail).Concat(more ?? []).Select(setting => $"--{setting.Key}={setting.Value}")],
                Console.Out
            )
        );

    private static string[] Arguments(string scenario, string speed, string report) =>
        ["demo", "--scenario", scenario, "--speed", speed, "--report", report];

    private static Dictionary<string, string> Settings(Azurite azurite, SmtpSink mail) =>
        new()
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Email:Smtp:Host"] = "127.0.0.1",
            ["Email:Smtp:Port"] = $"{mail.Port}",
            ["Links:BaseUrl"] = "http://127.0.0.1:0",
            ["Links:SigningKey"] = Key,
            ["Replay:HiddenSeconds"] = "2",
        };
}
