using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Starts the real laptop host as its own process, on a given Azurite and mail server.</summary>
internal static class ReplayHost
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    public static ChildProcess Start(string scenario, string speed, string report, Azurite azurite, SmtpSink mail) => new(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "MarketAlerts.LocalHost.dll"), "replay", "--scenario", scenario, "--speed", speed, "--report", report],
        new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = azurite.ConnectionString,
            ["Email__Smtp__Host"] = "127.0.0.1",
            ["Email__Smtp__Port"] = $"{mail.Port}",
            ["Links__BaseUrl"] = "http://127.0.0.1:0",
            ["Links__SigningKey"] = Key,
            ["Replay__HiddenSeconds"] = "2",
        });
}
