namespace MarketAlerts.Architecture.Reading;

public sealed class RepositoryTests
{
    [Fact]
    public void Root_IsFoundFromTheSources_WhenTheWorkingFolderIsAnother() =>
        File.Exists(Path.Combine(Repository.Root, "Directory.Packages.props")).ShouldBeTrue(Repository.Root);

    [Fact]
    public void Files_LeaveOutBuildOutput_WhenTheRepositoryWasBuilt() =>
        Repository.Files("tests", ".cs").ShouldAllBe(path => !Repository.RelativePath(path).Contains("/obj/"));
}
