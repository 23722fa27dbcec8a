using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// The host's arguments: <c>replay --scenario PATH --speed N|max [--report FILE]</c>, <c>live [--watch FILE]</c>, <c>mails --out FOLDER</c>,
/// <c>why --scenario PATH --subscriber EMAIL</c>, <c>send-test --to ADDRESS</c>, <c>webhook-key --url URL</c>, <c>apply --watch FILE</c>, <c>forget --subscriber EMAIL</c>,
/// <c>rebuild</c> or <c>redrive --queue NAME</c>, these four with <c>--dry-run</c> and the account they are about, or <c>cost</c> with the options of its command.
/// </summary>
/// <param name="Mode">The first of these words.</param>
/// <param name="Scenario">The scenario's folder.</param>
/// <param name="Speed">How fast.</param>
/// <param name="Report">Where the report goes; then the replay ends by itself.</param>
/// <param name="Watch">The watch file of the live mode and of apply.</param>
/// <param name="Out">Where the sample mails go.</param>
public sealed record CommandLine(string Mode, string? Scenario, ReplaySpeed Speed, string? Report, string? Watch, string? Out)
{
    private const string DryRunFlag = "--dry-run";
    private static readonly string[] Known =
    [
        "--scenario",
        "--speed",
        "--report",
        "--watch",
        "--out",
        "--subscriber",
        "--to",
        "--url",
        "--tables",
        "--queue",
        "--namespace",
        .. CostCommand.Options,
    ];

    private static readonly string[] Modes =
    [
        "replay",
        "live",
        "mails",
        "why",
        "send-test",
        "webhook-key",
        "apply",
        "forget",
        "rebuild",
        "redrive",
        "cost",
    ];
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The address that a test message goes to.</summary>
    public string? To { get; init; }

    /// <summary>The subscriber of whom why is asked, or who is forgotten.</summary>
    public string? Subscriber { get; init; }

    /// <summary>The webhook whose key is asked for.</summary>
    public string? Url { get; init; }

    /// <summary>The address of a deployment's tables; null for the account of the settings.</summary>
    public string? Tables { get; init; }

    /// <summary>The queue whose dead letters are put back.</summary>
    public string? Queue { get; init; }

    /// <summary>The host name of a Service Bus namespace; null for the queues of the settings' account.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether what would be done is only shown.</summary>
    public bool DryRun { get; init; }

    /// <summary>The deployment whose cost is asked for, by option.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = None;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They are none of ours; the message says what is.</exception>
    public static CommandLine Parse(string[] arguments)
    {
        var dryRun = arguments.Contains(DryRunFlag);
        arguments = [.. arguments.Where(argument => argument is not DryRunFlag)];
        var mode = Modes.Contains(arguments.FirstOrDefault())
            ? arguments[0]
            : throw new FormatException($"Say one of {string.Join(", ", Modes)}.");
        var options = new Dictionary<string, string>();
        for (var index = 1; index < arguments.Length; index += 2)
        {
            if (!Known.Contains(arguments[index]) || index + 1 == arguments.Length)
            {
                throw new FormatException($"'{arguments[index]}' is not one of {string.Join(", ", Known)}, or its value is missing.");
            }

            options[arguments[index]] = arguments[index + 1];
        }

        var speed =
            ReplaySpeed.Parse(options.GetValueOrDefault("--speed", "300"))
            ?? throw new FormatException("--speed is a number above zero or 'max'.");
        var lacks = mode switch
        {
            "replay" when !options.ContainsKey("--scenario") => "replay needs --scenario and a folder.",
            "why" when !options.ContainsKey("--scenario") || !options.ContainsKey("--subscriber") =>
                "why needs --scenario and a folder, and --subscriber and a mail address.",
            "mails" when !options.ContainsKey("--out") => "mails needs --out and a folder.",
            "send-test" when !options.ContainsKey("--to") => "send-test needs --to and an address.",
            "apply" when !options.ContainsKey("--watch") => "apply needs --watch and a file.",
            "forget" when !options.ContainsKey("--subscriber") => "forget needs --subscriber and a mail address.",
            "redrive" when !options.ContainsKey("--queue") => "redrive needs --queue and its name.",
            "webhook-key" when !options.ContainsKey("--url") => "webhook-key needs --url and the webhook's address.",
            _ => null,
        };
        return lacks is not null
            ? throw new FormatException(lacks)
            : new CommandLine(
                mode,
                options.GetValueOrDefault("--scenario"),
                speed,
                options.GetValueOrDefault("--report"),
                options.GetValueOrDefault("--watch"),
                options.GetValueOrDefault("--out")
            )
            {
                To = options.GetValueOrDefault("--to"),
                Subscriber = options.GetValueOrDefault("--subscriber"),
                Url = options.GetValueOrDefault("--url"),
                Options = mode is "cost" ? options : None,
                Tables = options.GetValueOrDefault("--tables"),
                Queue = options.GetValueOrDefault("--queue"),
                Namespace = options.GetValueOrDefault("--namespace"),
                DryRun = dryRun,
            };
    }
}
