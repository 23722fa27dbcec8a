using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace MarketAlerts.Adapters.Mail;

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
