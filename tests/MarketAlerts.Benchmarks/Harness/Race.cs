using System.Diagnostics;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>
/// Times contenders against each other: first their answers must be equal, then each runs until its code is fully compiled, then they take
/// turns, so that a disturbance of the machine meets all of them. A turn is a few runs, so that nobody is timed in caches that the one
/// before has filled.
/// </summary>
/// <param name="workload">The workload's name.</param>
/// <param name="unit">The unit of the rows, such as <c>us/poll</c>.</param>
/// <param name="perSecond">How many of the unit's time make a second.</param>
/// <param name="progress">Who is told.</param>
internal sealed class Race(string workload, string unit, double perSecond, Progress progress)
{
    private const int MostRuns = 101;
    private const int FewestRuns = 3;
    private const int RunsPerTurn = 10;
    private const long CollectAfterBytes = 64_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    private long _allocated;

    /// <summary>Runs the race.</summary>
    public IReadOnlyList<Row> Run(IReadOnlyList<IContender> contenders)
    {
        CheckAnswers(contenders);
        var samples = contenders.ToDictionary(contender => contender, _ => new List<TimeSpan>());
        foreach (var contender in contenders)
        {
            Warm(contender);
        }

        for (var round = 1; samples.Values.Any(WantsMore); round++)
        {
            foreach (var (contender, times) in samples.Where(pair => WantsMore(pair.Value)))
            {
                progress.Step($"{workload}: {contender.Name}, round {round}");
                TakeTurn(contender, times);
            }
        }

        return [.. contenders.Select(contender => RowOf(contender, samples[contender]))];
    }

    private void CheckAnswers(IEnumerable<IContender> contenders)
    {
        foreach (var group in contenders.GroupBy(contender => contender.Question))
        {
            var answers = group.Select(contender => (contender.Name, Answer: FirstAnswer(contender))).ToArray();
            var other = answers.FirstOrDefault(answer => answer.Answer != answers[0].Answer);
            if (other.Name is not null)
            {
                throw new BenchmarkException(
                    $"{workload}: asked for {group.Key}, {answers[0].Name} answers {answers[0].Answer} and {other.Name} "
                        + $"{other.Answer}; nothing was timed."
                );
            }
        }
    }

    private long FirstAnswer(IContender contender)
    {
        progress.Step($"{workload}: checking the answer of {contender.Name}");
        contender.Prepare();
        contender.RunOnce();
        return contender.Answer();
    }

    private void Warm(IContender contender)
    {
        progress.Step($"{workload}: warming up {contender.Name}");
        for (var spent = TimeSpan.Zero; spent < WarmUp; )
        {
            spent += Time(contender);
        }
    }

    private void TakeTurn(IContender contender, List<TimeSpan> times)
    {
        var spent = TimeSpan.Zero;
        for (var run = 0; run < RunsPerTurn && spent < LongestTurn; run++)
        {
            times.Add(Time(contender));
            spent += times[^1];
        }
    }

    private TimeSpan Time(IContender contender)
    {
        contender.Prepare();
        CollectGarbage();
        var start = Stopwatch.GetTimestamp();
        contender.RunOnce();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Nobody pays for the garbage of another.</summary>
    private void CollectGarbage()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocated > CollectAfterBytes)
        {
            GC.Collect();
            _allocated = allocated;
        }
    }

    private static bool WantsMore(List<TimeSpan> times) =>
        times.Count < FewestRuns || (times.Count < MostRuns && times.Sum(time => time.TotalSeconds) < Enough.TotalSeconds);

    private Row RowOf(IContender contender, List<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalSeconds * perSecond / contender.UnitsPerRun).Order().ToArray();
        return new Row(workload, contender.Name, contender.Kind, sorted[sorted.Length / 2], sorted[0], unit);
    }
}
