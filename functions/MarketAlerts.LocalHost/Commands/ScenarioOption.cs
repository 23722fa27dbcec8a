using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

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
