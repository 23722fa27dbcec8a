using System.Diagnostics;
using System.Globalization;
using MarketAlerts.ClockHook;

/// <summary>
/// Runs in the process of a published app before its own code, since the runtime is told so by DOTNET_STARTUP_HOOKS, which wants this name
/// without a namespace: puts a clock of the test's in the place of the system's. So the app that is tested is the one that is deployed,
/// byte for byte, and still lives on the day that a test needs.
/// </summary>
internal static class StartupHook
{
    /// <summary>The instant at which the process begins, such as <c>2025-01-27T14:31:00Z</c>; without it the clock stays.</summary>
    private const string Variable = "MARKETALERTS_TEST_NOW";

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
        {
            DiagnosticListener.AllListeners.Subscribe(
                new ClockSetter(new ShiftedTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)))
            );
        }
    }
}
