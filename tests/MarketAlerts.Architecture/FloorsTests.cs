using System.Text.RegularExpressions;
using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

/// <summary>Core has floors, each of which uses only those below it, and so have the rooms of its top floor, the stages.</summary>
public sealed partial class FloorsTests
{
    private const string Top = "Stages";

    /// <summary>From the top to the ground.</summary>
    private static readonly string[] Floors =
    [
        Top,
        "Messages",
        "Wording",
        "Deliveries",
        "Mail",
        "Subscribers",
        "Incidents",
        "News",
        "Detection",
        "Guards",
        "MarketPages",
        "Universe",
        "Rules",
        "Metrics",
        "Market",
        "Levels",
    ];

    /// <summary>Those of the stages; what all of them share lies in their own folder, below all.</summary>
    private static readonly string[] Rooms =
    [
        "Operations",
        "SelfService",
        "Opening",
        "Splits",
        "Registration",
        "Delivery",
        "Routing",
        "Incidents",
        "Baskets",
        "News",
        "History",
        "Quotes",
        "Health",
        "Metering",
        "",
    ];

    [Fact]
    public void Floors_UseOnlyThoseBelow() =>
        Rule.Holds(
            $"A floor of Core uses only those below it: {string.Join(" > ", Floors)}. Move the type, or declare a port where it is needed.",
            from use in CoreUses.All
            let user = FloorOf(use.UserNamespace)
            let used = FloorOf(use.UsedNamespace)
            where Array.IndexOf(Floors, used) < Array.IndexOf(Floors, user)
            select $"{use.At} {user}/{use.User} uses {used}/{use.Used}"
        );

    [Fact]
    public void Stages_UseOnlyThoseBelow() =>
        Rule.Holds(
            $"A room of the stages uses only those below it: {string.Join(" > ", Rooms)}.",
            from use in CoreUses.All
            where FloorOf(use.UserNamespace) is Top && FloorOf(use.UsedNamespace) is Top
            let user = RoomOf(use.UserNamespace)
            let used = RoomOf(use.UsedNamespace)
            where Array.IndexOf(Rooms, used) < Array.IndexOf(Rooms, user)
            select $"{use.At} {user}/{use.User} uses {used}/{use.Used}"
        );

    [Fact]
    public void Folders_AreTheKnownFloorsAndRooms() =>
        Rule.Holds(
            "Each folder of Core is a floor, and each folder of the stages a room: give a new one its place in this test and in ARCHITECTURE.md.",
            from file in Sources.OfProject(Layers.Core)
            let space = file.Folder["functions/".Length..].Replace('/', '.')
            where !Floors.Contains(FloorOf(space)) || (FloorOf(space) is Top && !Rooms.Contains(RoomOf(space)))
            select file.Folder
        );

    [Fact]
    public void Architecture_DrawsTheFloors_InTheSameOrder()
    {
        var drawn = Fences()
            .Matches(File.ReadAllText(Repository.PathOf("ARCHITECTURE.md")))
            .Select(fence => fence.Groups[1].Value.Split('\n').Select(line => line.Split(' ')[0]).Where(Floors.Contains))
            .FirstOrDefault(names => names.Count() == Floors.Length);

        drawn.ShouldNotBeNull("ARCHITECTURE.md has no block with a line for each floor.").ShouldBe(Floors);
    }

    [Fact]
    public void Uses_AreFound() => CoreUses.All.ShouldContain(use => use.User == "MailboxDecision" && use.Used == "FlushPlanner");

    private static string FloorOf(string space) => space.Split('.') is [_, _, var floor, ..] ? floor : "";

    private static string RoomOf(string space) => space.Split('.') is [_, _, _, var room, ..] ? room : "";

    [GeneratedRegex("```\\w*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
