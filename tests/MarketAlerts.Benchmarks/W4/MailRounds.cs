using System.Diagnostics;
using System.Globalization;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>
/// Lets ways of sending take turns on the same subscribers: a ratio is that of two neighbours in a turn, and the median of the turns
/// counts. After each the sink must have every subscriber once, and from those that send our bytes the same bytes.
/// </summary>
/// <param name="sink">The sink.</param>
/// <param name="what">What sets these rows apart, such as <c>4 connections</c>.</param>
/// <param name="progress">Who is told.</param>
internal sealed class MailRounds(MailSink sink, string what, Progress progress)
{
    private const int MicrosecondsPerSecond = 1_000_000;

    /// <summary>The bytes of a mail of each, as the sink saw them last.</summary>
    public Dictionary<IMailRun, long> BytesPerMail { get; } = [];

    /// <summary>Runs the turns after one that only warms up; returns the microseconds per mail of each turn.</summary>
    public async Task<IReadOnlyDictionary<IMailRun, double[]>> RunAsync(
        IReadOnlyList<IMailRun> runs,
        int turns,
        int mails,
        CancellationToken cancellationToken
    )
    {
        var times = runs.ToDictionary(run => run, _ => new List<double>());
        for (var turn = 0; turn <= turns; turn++)
        {
            var batch = turn is 0 ? new MailBatch(0, mails / 2) : new MailBatch((turn - 1) * mails, mails);
            var content = new Dictionary<int, long>();
            foreach (var run in turn % 2 is 0 ? runs : runs.Reverse())
            {
                progress.Step(
                    $"W4, {what}: {run.Name}, turn {turn.ToString(CultureInfo.InvariantCulture)} of "
                        + $"{turns.ToString(CultureInfo.InvariantCulture)}"
                );
                var took = await TakeTurnAsync(run, batch.OneIn(run.OneIn), content, cancellationToken);
                times[run].AddRange(turn is 0 ? [] : [took]);
            }
        }

        return times.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    /// <summary>The rows of some turns: time and rate of each.</summary>
    public IEnumerable<Row> RowsOf(IReadOnlyDictionary<IMailRun, double[]> times)
    {
        foreach (var (run, each) in times)
        {
            yield return new Row("W4", run.Name, run.Kind, Median(each), each.Min(), $"us/mail, {what}");
        }

        foreach (var (run, each) in times)
        {
            yield return Row.Exact("W4", run.Name, run.Kind, MicrosecondsPerSecond / Median(each), $"mails/s, {what}");
        }
    }

    /// <summary>The median of how many times another's time ours takes, turn by turn.</summary>
    public Row RatioOf(IReadOnlyDictionary<IMailRun, double[]> times, IMailRun ours, IMailRun other, string unit) =>
        Row.Exact("W4", ours.Name, ours.Kind, Median([.. times[ours].Zip(times[other], (mine, theirs) => mine / theirs)]), unit);

    private async Task<double> TakeTurnAsync(
        IMailRun run,
        MailBatch batch,
        Dictionary<int, long> content,
        CancellationToken cancellationToken
    )
    {
        await run.PrepareAsync(batch, cancellationToken);
        await sink.ResetAsync(cancellationToken);
        GC.Collect(); // Twice: what was prepared is moved out of the way once, not while the turn is timed.
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await run.SendAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(start);
        await run.CheckAsync(cancellationToken);
        Check(run, batch, await sink.TotalsAsync(cancellationToken), content);
        return took.TotalMicroseconds / batch.Count;
    }

    private void Check(IMailRun run, MailBatch batch, SinkTotals totals, Dictionary<int, long> content)
    {
        if (totals.Mails != batch.Count || totals.Recipients != SinkCount.SumOf(batch.Addresses))
        {
            throw new BenchmarkException(
                $"W4: {run.Name} was to send {batch.Count} recipients one mail each; the sink has {totals.Mails} mails, or other "
                    + "recipients."
            );
        }

        BytesPerMail[run] = totals.Bytes / totals.Mails;
        if (run.SendsOurBytes && !content.TryAdd(batch.Count, totals.Content) && content[batch.Count] != totals.Content)
        {
            throw new BenchmarkException($"W4: {run.Name} sends other bytes than the one before.");
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
