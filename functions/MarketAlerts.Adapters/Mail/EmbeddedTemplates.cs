using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace MarketAlerts.Adapters.Mail;

/// <summary>The template files inside this assembly, so that templates can include the parts they share.</summary>
internal sealed class EmbeddedTemplates : IFileProvider
{
    private readonly Dictionary<string, IFileInfo> _files;

    public EmbeddedTemplates()
    {
        var assembly = typeof(EmbeddedTemplates).Assembly;
        _files = assembly
            .GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".liquid", StringComparison.Ordinal))
            .Select(IFileInfo (resource) => new EmbeddedTemplate(assembly, resource))
            .ToDictionary(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public string Read(string name)
    {
        using var reader = new StreamReader(
            (_files.GetValueOrDefault(name) ?? throw new InvalidOperationException($"There is no template {name}.")).CreateReadStream()
        );
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) => _files.GetValueOrDefault(subpath) ?? new NotFoundFileInfo(subpath);

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}

/// <summary>One template file inside an assembly.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="resource">The full name of the resource, which ends with the file's, such as <c>badge.html.liquid</c>.</param>
internal sealed class EmbeddedTemplate(Assembly assembly, string resource) : IFileInfo
{
    /// <inheritdoc/>
    public bool Exists => true;

    /// <inheritdoc/>
    public long Length => -1;

    /// <inheritdoc/>
    public string? PhysicalPath => null;

    /// <inheritdoc/>
    public string Name { get; } = string.Join('.', resource.Split('.').TakeLast(3));

    /// <inheritdoc/>
    public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

    /// <inheritdoc/>
    public bool IsDirectory => false;

    /// <inheritdoc/>
    public Stream CreateReadStream() => assembly.GetManifestResourceStream(resource)!;
}
