namespace MarketAlerts.Architecture.Reading;

/// <summary>One reference in a project file.</summary>
/// <param name="Name">The project or package.</param>
/// <param name="At">File and line.</param>
/// <param name="Version">The version written beside it, or empty.</param>
internal sealed record Reference(string Name, string At, string Version);
