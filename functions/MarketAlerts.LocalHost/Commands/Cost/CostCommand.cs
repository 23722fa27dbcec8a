using MarketAlerts.LocalHost.Commands.Cost.Counting;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>Prints what a deployment uses and costs in a month.</summary>
public static class CostCommand
{
    /// <summary>Options of the command.</summary>
    public static readonly IReadOnlyList<string> Options =
    [
        "--symbols",
        "--subscribers",
        "--alerts-per-day",
        "--instance-mb",
        "--always-ready",
        "--events-per-symbol",
        "--keep-days",
        "--buckets",
        "--feeds",
        "--prices",
        "--measure",
    ];

    /// <summary>Prints it; with <c>--measure</c> counts the operations anew, in an emulator in which nothing ran, and writes them to the file.</summary>
    /// <exception cref="FormatException">An option or a file is wrong.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string> options,
        string[] settings,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var inputs = CostInputs.Read(options);
        var prices = options.TryGetValue("--prices", out var file) ? Prices.Read(await TextOf(file, cancellationToken)) : new Prices();
        var counted = Operations.BuiltIn;
        if (options.TryGetValue("--measure", out var target))
        {
            counted = await new OperationMeter(settings).CountAsync(cancellationToken);
            await File.WriteAllTextAsync(target, counted.ToJson(), cancellationToken);
        }

        await output.WriteAsync(new CostReport(inputs, counted, prices).Text);
        return 0;
    }

    private static async Task<string> TextOf(string file, CancellationToken cancellationToken) =>
        File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : throw new FormatException($"There is no file {file}.");
}
