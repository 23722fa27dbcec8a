namespace MarketAlerts.Benchmarks.Harness;

/// <summary>One way to do a workload.</summary>
internal interface IContender
{
    string Name { get; }

    ContenderKind Kind { get; }

    /// <summary>Contenders with the same question must give the same answer.</summary>
    string Question { get; }

    /// <summary>How many units, such as polls, one run does.</summary>
    int UnitsPerRun { get; }

    /// <summary>Makes ready for a run, as after a start; not timed.</summary>
    void Prepare();

    /// <summary>The timed work.</summary>
    void RunOnce();

    /// <summary>The answer of the last run; not timed.</summary>
    long Answer();
}
