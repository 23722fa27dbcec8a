using System.Diagnostics;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>
/// How many mails a turn has: as many as there is time for on this machine. A warm-up counts as half a turn, and everybody's mails are made
/// before.
/// </summary>
internal static class RoundSize
{
    private const int Sample = 60;
    private const int Fewest = 100;
    private const int Step = 100;

    /// <summary>The size, at most so large.</summary>
    /// <param name="messages">Makes the mails: what takes longest.</param>
    /// <param name="turns">How many turns there are.</param>
    /// <param name="most">The most.</param>
    /// <param name="budget">The time for all turns.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<int> FitAsync(OurMessages messages, int turns, int most, TimeSpan budget, CancellationToken cancellationToken)
    {
        await messages.OfAsync(new MailBatch(0, Sample), cancellationToken);
        var start = Stopwatch.GetTimestamp();
        await messages.OfAsync(new MailBatch(Sample, Sample), cancellationToken);
        var perMail = Stopwatch.GetElapsedTime(start) / Sample;
        var fits = (int)Math.Min(budget / (perMail * 2.5 * (turns + 0.5)), most);
        return Math.Max(Fewest, fits / Step * Step);
    }
}
