namespace MarketAlerts.Architecture;

/// <summary>A rule of the code base. When it is broken, the message says what to do and names every offender.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> offenders)
    {
        var found = offenders.Distinct().ToArray();
        if (found.Length > 0)
        {
            Assert.Fail($"{rule} Offenders ({found.Length}):\n  {string.Join("\n  ", found)}");
        }
    }
}
