using System.Diagnostics;
using System.Globalization;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>Tells what is going on, at most every two seconds, so that nothing looks stuck and short things stay quiet.</summary>
/// <param name="output">Where the lines go.</param>
internal sealed class Progress(TextWriter output)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _told;

    /// <summary>Tells the step that begins, if the last line is old.</summary>
    public void Step(string text)
    {
        var now = Stopwatch.GetElapsedTime(_start);
        if (now - _told >= Quiet)
        {
            Tell(text, now);
        }
    }

    /// <summary>Tells in any case.</summary>
    public void Say(string text) => Tell(text, Stopwatch.GetElapsedTime(_start));

    private void Tell(string text, TimeSpan now)
    {
        _told = now;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {now.TotalSeconds, 5:0} s  {text}"));
    }
}
