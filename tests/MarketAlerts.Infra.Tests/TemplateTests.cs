namespace MarketAlerts.Infra.Tests;

/// <summary>The templates compile without a warning, and what they deploy is what was looked at.</summary>
public sealed class TemplateTests
{
    [Fact]
    public async Task Main_CompilesWithoutAWarning()
    {
        var (exit, _, problems) = await BicepTool.RunAsync("build", "main.bicep", "--stdout");

        (exit, problems.Trim()).ShouldBe((0, ""));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Parameters_CompileWithoutAWarning(string name)
    {
        var (exit, _, problems) = await BicepTool.RunAsync("build-params", $"{name}.bicepparam", "--stdout");

        (exit, problems.Trim()).ShouldBe((0, ""));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Snapshot_IsWhatIsDeployed(string name)
    {
        var (exit, output, problems) = await BicepTool.SnapshotAsync($"{name}.bicepparam", "validate");

        exit.ShouldBe(0, $"{output}{problems}\nIf that is meant: bicep snapshot {name}.bicepparam --mode overwrite, with the options of BicepTool.cs, and look at the difference.");
    }

    [Theory]
    [InlineData("Standard", "privateNetworking needs serviceBusSku Premium")]
    [InlineData("Premium", null)]
    public async Task PrivateNetworking_NeedsPremium(string sku, string? refusal)
    {
        using var folder = new Testing.Azurite.TestFolder();
        var file = Path.Combine(folder.Path, "private.bicepparam");
        await File.WriteAllTextAsync(file, $"using '{Path.GetRelativePath(folder.Path, BicepTool.Folder)}/main.bicep'\nparam environmentName = 'test'\nparam opsEmail = 'ops@example.com'\nparam privateNetworking = true\nparam serviceBusSku = '{sku}'\n", TestContext.Current.CancellationToken);

        var (exit, output, problems) = await BicepTool.SnapshotAsync(file, "overwrite");

        (exit is 0).ShouldBe(refusal is null, output + problems);
        (output + problems).ShouldContain(refusal ?? "");
    }
}
