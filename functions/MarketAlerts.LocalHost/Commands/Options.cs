using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>The kinds of options that several commands have.</summary>
internal static class Options
{
    /// <summary>Where <c>dev.cs</c> was called: paths are meant from there, while this program runs in the repository's folder.</summary>
    public const string CalledFrom = "MARKETALERTS_CALLED_FROM";

    /// <summary>An option that says yes by being there.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>Reads the value by a function that may refuse it with a <see cref="FormatException"/>.</summary>
    public static Option<T> ReadBy<T>(this Option<T> option, Func<string, T> read)
    {
        option.CustomParser = result =>
        {
            try
            {
                return read(result.Tokens[0].Value);
            }
            catch (FormatException refusal)
            {
                result.AddError(refusal.Message);
                return default;
            }
        };
        return option;
    }

    /// <summary>A file that will be written, in a folder that is there.</summary>
    public static Option<string?> NewFile(string name, string description) =>
        new Option<string?>(name) { HelpName = "FILE", Description = description }.ReadBy(text =>
        {
            var file = FullPath(text);
            return Directory.Exists(Path.GetDirectoryName(file)) && !Directory.Exists(file)
                ? file
                : throw new FormatException($"{name} {file} must be a file in a folder that exists.");
        });

    /// <summary>A file that is there.</summary>
    public static string ExistingFile(string text) =>
        File.Exists(FullPath(text)) ? FullPath(text) : throw new FormatException($"There is no file {text}.");

    /// <summary>A path as whoever typed it means it.</summary>
    public static string FullPath(string text) =>
        Path.GetFullPath(
            text,
            Environment.GetEnvironmentVariable(CalledFrom) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory
        );

    public static Option<int> Whole(string name, int usual, int least, int most, string description) =>
        NumberOption(name, usual, description, text => WholeNumberIn(name, text, least, most));

    public static Option<double> Number(string name, double usual, double least, double most, string description) =>
        NumberOption(name, usual, description, text => NumberIn(name, text, least, most));

    private static Option<T> NumberOption<T>(string name, T usual, string description, Func<string, T> read)
        where T : INumber<T> =>
        new Option<T>(name)
        {
            HelpName = "N",
            Description = description,
            DefaultValueFactory = _ => usual,
        }.ReadBy(read);

    private static int WholeNumberIn(string name, string text, double least, double most)
    {
        var number = NumberIn(name, text, least, most);
        return number == Math.Truncate(number) ? (int)number : throw new FormatException($"{name} is a whole number.");
    }

    private static double NumberIn(string name, string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{name} {text} is not a number from {least} to {most}.")
            );
}

/// <summary>An option without which its command does not run.</summary>
internal sealed class NeededOption : Option<string>
{
    /// <summary>Declares it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What it wants, for the sentence that misses it: <c>a folder</c>.</param>
    /// <param name="read">Reads the value and may refuse it with a <see cref="FormatException"/>; null takes it as it is.</param>
    public NeededOption(string name, string what, Func<string, string>? read = null)
        : base(name)
    {
        What = what;
        Required = true;
        if (read is not null)
        {
            this.ReadBy(read);
        }
    }

    public string What { get; }
}

/// <summary>The day that is replayed.</summary>
internal static class ScenarioOption
{
    private const string Usual = "scenarios/deepseek-monday";

    public static Option<string> Declare() =>
        new Option<string>("--scenario")
        {
            HelpName = "PATH",
            Description = "the folder of the day",
            DefaultValueFactory = _ => Usual,
        }.ReadBy(text =>
        {
            var folder = Options.FullPath(text);
            return File.Exists(Path.Combine(folder, "scenario.json"))
                ? folder
                : throw new FormatException($"There is no scenario in {folder}: a scenario is a folder with a scenario.json.");
        });
}
