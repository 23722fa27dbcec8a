using System.Diagnostics;
using System.Globalization;

namespace MarketAlerts.Testing.Fuzz;

/// <summary>
/// Gives a parser spoilt inputs: it may refuse them, and nothing else. <c>MARKETALERTS_FUZZ=1000000</c> makes it a long run, which also
/// looks at the time, and which holds inputs of megabytes.
/// </summary>
public static class FuzzHarness
{
    private const string Variable = "MARKETALERTS_FUZZ";
    private const int UsualInputs = 2_000;
    private const int LongRun = 100_000;
    private const int BigOneIn = 20_000;
    private const int BytesPerByte = 64;
    private const int BytesForAny = 1_000_000;
    private const int Tries = 3; // The machine may be busy with something else: then less of its time was used than went by.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestForAByte = TimeSpan.FromMicroseconds(0.25); // 1 s for the largest answer that is fetched.

    private static readonly int? Wanted = int.TryParse(
        Environment.GetEnvironmentVariable(Variable),
        CultureInfo.InvariantCulture,
        out var inputs
    )
        ? inputs
        : null;

    private static bool IsLong => Wanted >= LongRun;

    /// <summary>Says what went wrong, and with which input; null when nothing did.</summary>
    /// <param name="target">The parser.</param>
    /// <param name="seed">The same seed gives the same inputs.</param>
    /// <param name="usualInputs">How many inputs it gets where nobody asks for more: fewer, where one takes long.</param>
    public static string? Run(FuzzTarget target, int seed, int usualInputs = UsualInputs)
    {
        var mutator = new Mutator(seed);
        Array.ForEach(target.Seeds, body => Read(target, body)); // What is made once is not counted.
        for (var at = 0; at < (Wanted ?? usualInputs); at++)
        {
            var body =
                at is 0 ? []
                : IsLong && at % BigOneIn is 0 ? mutator.NextBig(target.Seeds)
                : mutator.Next(target.Seeds);
            if (Check(target, body) is { } mistake)
            {
                return $"{target.Name}, seed {seed}, input {at}: {mistake}\n{Convert.ToBase64String(body)}";
            }
        }

        return null;
    }

    /// <summary>What an input ends in: null when it was read, else the exception.</summary>
    public static Exception? Failure(FuzzTarget target, byte[] body)
    {
        try
        {
            target.Read(body);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static string? Check(FuzzTarget target, byte[] body)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var mistake = Read(target, body);
        var (allocated, took) = (GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(start));
        if (mistake is null && allocated > BytesForAny + ((long)BytesPerByte * body.Length))
        {
            return $"{allocated} bytes for {body.Length}.";
        }

        return mistake
            ?? (IsLong && took > LimitFor(body) && IsSlow(target, body) ? $"{took.TotalMilliseconds:0} ms for {body.Length} bytes." : null);
    }

    private static string? Read(FuzzTarget target, byte[] body) =>
        Failure(target, body) is { } error && !Array.Exists(target.Refusals, refusal => refusal.IsInstanceOfType(error))
            ? error.ToString()
            : null;

    private static TimeSpan LimitFor(byte[] body) =>
        Longest + (body.Length > Mutator.MostBytes ? LongestForAByte * body.Length : TimeSpan.Zero);

    private static bool IsSlow(FuzzTarget target, byte[] body) =>
        Enumerable
            .Range(0, Tries)
            .All(_ =>
            {
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                Read(target, body);
                return Stopwatch.GetElapsedTime(start) > LimitFor(body) && Environment.CpuUsage.TotalTime - used > LimitFor(body);
            });
}
