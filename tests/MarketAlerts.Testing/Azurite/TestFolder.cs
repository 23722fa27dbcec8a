namespace MarketAlerts.Testing.Azurite;

/// <summary>A folder of one test, gone after it.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("marketalerts-").FullName;

    /// <summary>Writes a file into it and returns the file's path.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Removes a file from it.</summary>
    public void Delete(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
