namespace MarketAlerts.LocalHost.Commands.Tests;

/// <summary>The tests that were asked for.</summary>
/// <param name="all">All there are.</param>
/// <param name="text">What their full names contain; empty for all.</param>
/// <param name="quick">Whether those are left out that need a server or the published app.</param>
internal sealed class TestSelection(IReadOnlyList<TestClass> all, string text, bool quick)
{
    private readonly TestClass[] _picked = [.. all.Where(test => test.HasNameWith(text) && !(quick && IsSlow(test)))];

    /// <summary>Whether nothing is left out.</summary>
    public bool IsEverything => text.Length is 0 && !quick;

    /// <summary>The folders of their projects.</summary>
    public IReadOnlyList<string> Projects => [.. _picked.Select(test => test.Project).Distinct()];

    /// <summary>Whether one of them needs a storage account.</summary>
    public bool NeedsAzurite => _picked.Any(test => test.NeedsAzurite);

    /// <summary>What to say when there are none.</summary>
    public string NothingFound =>
        $"No test{(quick ? " that --quick runs" : "")} has '{text}' in its full name (namespace, class and method): take a part of one.";

    /// <summary>How <c>dotnet</c> runs them.</summary>
    public IReadOnlyList<string> Arguments =>
        [
            "test",
            "--test-modules",
            string.Join(';', Projects.Select(project => $"{project}/bin/Release/net10.0/{Path.GetFileName(project)}.dll")),
            "--no-ansi",
            "--no-progress",
            .. Words("--filter-method", text.Length > 0 ? [$"*{text}*"] : []),
            .. Words(
                "--filter-not-class",
                quick ? [.. all.Where(IsSlow).Where(test => Projects.Contains(test.Project)).Select(test => test.Name)] : []
            ),
            .. Words("--ignore-exit-code", ["8"]), // Of a project in which the runner finds none of them.
        ];

    private static bool IsSlow(TestClass test) => test.NeedsAzurite || test.NeedsApp;

    private static string[] Words(string option, string[] values) => values is [] ? [] : [option, .. values];
}
