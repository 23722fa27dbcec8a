using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Where the links of the mails lead on this machine, and the key that signs them, unless the environment says so.</summary>
internal static class LinkSettings
{
    private const string KeyFile = ".marketalerts/signing-key";

    /// <summary>For one run: its links die with it.</summary>
    public static string[] OfThisRun() => Settings(NewKey);

    /// <summary>For runs that follow each other: links in kept mails go on working.</summary>
    public static string[] Kept() => Settings(KeptKey);

    private static string[] Settings(Func<string> key) =>
        [.. Setting("Links:BaseUrl", () => $"http://127.0.0.1:{FreePort()}"), .. Setting("Links:SigningKey", key)];

    private static string[] Setting(string name, Func<string> value) =>
        Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)) is { Length: > 0 }
            ? []
            : [$"--{name}={value()}"];

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string KeptKey()
    {
        if (!File.Exists(KeyFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(KeyFile, options);
            writer.Write(NewKey());
        }

        return File.ReadAllText(KeyFile);
    }

    private static int FreePort()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }
}
