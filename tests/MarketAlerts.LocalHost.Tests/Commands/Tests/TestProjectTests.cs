using MarketAlerts.LocalHost.Commands.Tests;
using MarketAlerts.LocalHost.Tests.Mails;

namespace MarketAlerts.LocalHost.Tests.Commands.Tests;

public sealed class TestProjectTests
{
    private const string Way = "Test" + "Storage"; // In one word, this class would be taken for one that needs Azurite.

    private static readonly TestClass[] Ours =
    [
        .. TestProject.In(Path.Combine(RenderedMails.Root, "tests")).SelectMany(project => project.Classes()),
    ];

    [Fact]
    public void Classes_AreThoseWithTests_ByTheirFullName()
    {
        const string Day = """
            namespace A.Days;

            public sealed class DayTests
            {
                [Fact]
                public async Task Day_Ends_WhenTheBellRings()
                {
                }
            }
            """;
        var project = new TestProject("tests/A", [("Helper", "namespace A;\ninternal static class Helper { }"), ("DayTests", Day)]);

        var test = project.Classes().ShouldHaveSingleItem();

        (test.Project, test.Name, test.NeedsAzurite, test.NeedsApp).ShouldBe(("tests/A", "A.Days.DayTests", false, false));
        test.Methods.ShouldBe(["Day_Ends_WhenTheBellRings"]);
    }

    [Fact]
    public void Class_NeedsWhatItsHelpersNeed()
    {
        var project = new TestProject(
            "tests/A",
            [
                ("Desk", $"class Desk {{ object tables = {Way}.Tables(); }}"),
                ("Room", "class Room { Desk desk; }"),
                ("RoomTests", "class RoomTests {\n    [Fact]\n    public void Room_Opens() => new Room();\n}"),
                ("HallTests", "class HallTests {\n    [Fact]\n    public void Hall_Opens() { }\n}"),
            ]
        );

        project.Classes().Select(test => (test.Name, test.NeedsAzurite)).ShouldBe([(".RoomTests", true), (".HallTests", false)]);
    }

    [Fact]
    public void Class_NeedsAServer_OnlyWhereItIsReached()
    {
        Ours.Where(test => test.NeedsAzurite)
            .Select(test => test.Project.Split('/')[^1])
            .Distinct()
            .ShouldBe(
                ["MarketAlerts.Adapters.Tests", "MarketAlerts.EndToEnd", "MarketAlerts.Functions.Tests", "MarketAlerts.LocalHost.Tests"],
                ignoreOrder: true
            );
        Ours.Where(test => test is { NeedsAzurite: false, NeedsApp: false } && test.Project.EndsWith("EndToEnd", StringComparison.Ordinal))
            .Select(test => test.Name)
            .ShouldBe(["MarketAlerts.EndToEnd.Worker.WorkerContractTests"]);
    }
}
