namespace MarketAlerts.Core.Stages;

/// <summary>
/// The one way to change what another instance may change at the same moment: read, change, write against the version that was read.
/// Whoever loses begins again, from the second time on after a pause by chance that grows, so that many who lost together do not meet
/// again.
/// </summary>
public static class OptimisticWrite
{
    /// <summary>How often it is tried.</summary>
    public const int Attempts = 20;

    private const int ShortestPause = 2;
    private const int LongestPause = 50;

    /// <summary>Tries until a write stands.</summary>
    /// <param name="attempt">Reads, changes and writes once; false when somebody else wrote first.</param>
    /// <param name="lost">What it says when somebody else was always faster.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidOperationException">Somebody else was always faster.</exception>
    public static Task RunAsync(Func<Task<bool>> attempt, string lost, CancellationToken cancellationToken) =>
        RunAsync(async () => (await attempt(), true), lost, cancellationToken);

    /// <summary>Tries until a write stands.</summary>
    /// <param name="attempt">Reads, changes and writes once; not saved when somebody else wrote first.</param>
    /// <param name="lost">What it says when somebody else was always faster.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What the attempt that stands returned.</returns>
    /// <exception cref="InvalidOperationException">Somebody else was always faster.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<(bool IsSaved, T Result)>> attempt, string lost, CancellationToken cancellationToken)
    {
        for (var lostBefore = 0; lostBefore < Attempts; lostBefore++)
        {
            await PauseAsync(lostBefore, cancellationToken);
            var (isSaved, result) = await attempt();
            if (isSaved)
            {
                return result;
            }
        }

        throw new InvalidOperationException(lost);
    }

    /// <summary>In real time: where the time is a virtual one, it stands still until everybody has written.</summary>
    private static Task PauseAsync(int lostBefore, CancellationToken cancellationToken)
    {
        if (lostBefore < 2)
        {
            return Task.CompletedTask;
        }

        var longest = Math.Min(LongestPause, ShortestPause << (lostBefore - 2));
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * longest), cancellationToken);
    }
}
