using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>The host's arguments: <c>replay --scenario PATH --speed N|max [--report FILE]</c>, <c>live [--watch FILE]</c> or <c>mails --out FOLDER</c>.</summary>
/// <param name="Mode">replay, live or mails.</param>
/// <param name="Scenario">The scenario's folder.</param>
/// <param name="Speed">How fast.</param>
/// <param name="Report">Where the report goes; then the replay ends by itself.</param>
/// <param name="Watch">The watch file of the live mode.</param>
/// <param name="Out">Where the sample mails go.</param>
public sealed record CommandLine(string Mode, string? Scenario, ReplaySpeed Speed, string? Report, string? Watch, string? Out)
{
    private static readonly string[] Known = ["--scenario", "--speed", "--report", "--watch", "--out"];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They are none of ours; the message says what is.</exception>
    public static CommandLine Parse(string[] arguments)
    {
        var mode = arguments.FirstOrDefault() is "replay" or "live" or "mails" ? arguments[0] : throw new FormatException("Say 'replay', 'live' or 'mails'.");
        var options = new Dictionary<string, string>();
        for (var index = 1; index < arguments.Length; index += 2)
        {
            if (!Known.Contains(arguments[index]) || index + 1 == arguments.Length)
            {
                throw new FormatException($"'{arguments[index]}' is not one of {string.Join(", ", Known)}, or its value is missing.");
            }

            options[arguments[index]] = arguments[index + 1];
        }

        var speed = ReplaySpeed.Parse(options.GetValueOrDefault("--speed", "300")) ?? throw new FormatException("--speed is a number above zero or 'max'.");
        if (mode is "replay" && !options.ContainsKey("--scenario"))
        {
            throw new FormatException("replay needs --scenario and a folder.");
        }

        if (mode is "mails" && !options.ContainsKey("--out"))
        {
            throw new FormatException("mails needs --out and a folder.");
        }

        return new CommandLine(
            mode, options.GetValueOrDefault("--scenario"), speed, options.GetValueOrDefault("--report"), options.GetValueOrDefault("--watch"), options.GetValueOrDefault("--out"));
    }
}
