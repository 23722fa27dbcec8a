namespace MarketAlerts.Infra.Tests;

/// <summary>The templates compile without a warning, and what they deploy is what was looked at.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("access.bicep")]
    public async Task Template_CompilesWithoutAWarning(string template)
    {
        var (exit, _, problems) = await BicepTool.RunAsync("build", template, "--stdout");

        (exit, problems.Trim()).ShouldBe((0, ""));
    }

    public static TheoryData<string> Deployments => [.. Deployment.All.Append(Deployment.Access).Select(deployment => deployment.Name)];

    [Theory]
    [MemberData(nameof(Deployments))]
    public async Task Parameters_CompileWithoutAWarning(string name)
    {
        var (exit, _, problems) = await BicepTool.RunAsync("build-params", BicepTool.FileOf(name, "bicepparam"), "--stdout");

        (exit, problems.Trim()).ShouldBe((0, ""));
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public async Task Snapshot_IsWhatIsDeployed(string name)
    {
        var (exit, output, problems) = await BicepTool.SnapshotAsync(BicepTool.FileOf(name, "bicepparam"), "validate");

        exit.ShouldBe(
            0,
            $"{output}{problems}\nIf that is meant: bicep snapshot {name}.bicepparam --mode overwrite, with the options and the "
                + "environment of BicepTool.cs, and look at the difference."
        );
    }

    [Theory]
    [InlineData("param privateNetworking = true", "privateNetworking needs serviceBusSku Premium")]
    [InlineData("param privateNetworking = true; param serviceBusSku = 'Premium'", null)]
    [InlineData("param opsEmail = ''", "OPS_EMAIL")]
    [InlineData("param opsEmail = 'Ops@Example.com'", "OPS_EMAIL")]
    [InlineData("param mailPerMinute = 5; param mailPerHour = 10", null)]
    [InlineData("param mailPerMinute = 6", "MAIL_FROM")]
    [InlineData("param mailPerHour = 11", "MAIL_FROM")]
    [InlineData("param mailFrom = 'a@b.example'; param mailPerHour = 11", null)]
    public async Task WrongParameters_AreRefused(string parameters, string? refusal)
    {
        using var folder = new Testing.Azurite.TestFolder();
        var file = Path.Combine(folder.Path, "wrong.bicepparam");
        var ops = parameters.Contains("opsEmail", StringComparison.Ordinal) ? "" : "param opsEmail = 'ops@marketalerts.example'; ";
        var main = $"{Path.GetRelativePath(folder.Path, BicepTool.Folder)}/main.bicep";
        var lines = $"using '{main}'; param environmentName = 'test'; {ops}{parameters}";
        var text = lines.Replace("; ", "\n", StringComparison.Ordinal) + "\n";
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        var (exit, output, problems) = await BicepTool.SnapshotAsync(file, "overwrite");

        (exit is 0).ShouldBe(refusal is null, output + problems);
        (output + problems).ShouldContain(refusal ?? "");
    }
}
