using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class MachinePathTests
{
    // Put together, so that this file does not accuse itself.
    private const string MachineFolder = "/" + "work" + "/";

    [Fact]
    public void Sources_NameNoFolderOfOneMachine_WhenTheirTextIsRead() =>
        Rule.Holds(
            "Sources name no absolute path of a machine.",
            from path in Repository.Files("", ".cs", ".md", ".json", ".csproj", ".props")
            from line in File.ReadLines(path).Index()
            where line.Item.Contains(MachineFolder, StringComparison.Ordinal)
            select $"{Repository.RelativePath(path)}:{line.Index + 1} {line.Item.Trim()}"
        );
}
