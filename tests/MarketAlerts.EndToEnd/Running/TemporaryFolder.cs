namespace MarketAlerts.EndToEnd.Running;

/// <summary>A folder that goes when its test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("marketalerts-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
