using MarketAlerts.LocalHost.Commands.Tests;

namespace MarketAlerts.LocalHost.Tests.Commands.Tests;

public sealed class TestSelectionTests
{
    private static readonly TestClass[] All =
    [
        new("tests/Core", "Core.RuleTests", ["Rule_Fires"]),
        new("tests/Adapters", "Adapters.TableTests", ["Table_Keeps"]) { NeedsAzurite = true },
        new("tests/Adapters", "Adapters.MailTests", ["Mail_IsSent"]),
        new("tests/EndToEnd", "EndToEnd.WorkerTests", ["Worker_Starts"]) { NeedsApp = true },
    ];

    [Theory]
    [InlineData("RuleTests", false, "tests/Core")]
    [InlineData("core.ruletests.rule_F", false, "tests/Core")]
    [InlineData("Adapters.", false, "tests/Adapters")]
    [InlineData("Table_Keeps", false, "tests/Adapters")]
    [InlineData("s", true, "tests/Core tests/Adapters")]
    [InlineData("", true, "tests/Core tests/Adapters")]
    [InlineData("", false, "tests/Core tests/Adapters tests/EndToEnd")]
    [InlineData("Table_Keeps", true, "")]
    [InlineData("Nothing", false, "")]
    public void Projects_AreThoseWithATestThatIsPicked(string text, bool quick, string projects) =>
        string.Join(' ', new TestSelection(All, text, quick).Projects).ShouldBe(projects);

    [Theory]
    [InlineData("RuleTests", false, false)]
    [InlineData("Adapters", false, true)]
    [InlineData("Adapters", true, false)]
    [InlineData("", false, true)]
    public void Azurite_IsNeeded_WhenOneThatIsPickedNeedsIt(string text, bool quick, bool needed) =>
        new TestSelection(All, text, quick).NeedsAzurite.ShouldBe(needed);

    [Fact]
    public void Arguments_RunWhatWasPicked_AndNothingElseOfItsProjects() =>
        new TestSelection(All, "s", quick: true).Arguments.ShouldBe([
            "test",
            "--test-modules",
            "tests/Core/bin/Release/net10.0/Core.dll;tests/Adapters/bin/Release/net10.0/Adapters.dll",
            "--no-ansi",
            "--no-progress",
            "--filter-method",
            "*s*",
            "--filter-not-class",
            "Adapters.TableTests",
            "--ignore-exit-code",
            "8",
        ]);

    [Fact]
    public void NothingFound_SaysWhatANameIs() =>
        new TestSelection(All, "Nothing", quick: true).NothingFound.ShouldBe(
            "No test that --quick runs has 'Nothing' in its full name (namespace, class and method): take a part of one."
        );
}
