using System.Runtime.CompilerServices;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// Puts the dead letters of a queue back into it: each first there, then away from here. A crash in between leaves it twice, which
/// everything after a queue takes; it is never lost. One that is handled no better is a dead letter again, and not touched twice in one
/// run.
/// </summary>
public sealed class Redriver(IDeadLetters letters, RetentionOptions retention, TimeProvider time)
{
    /// <summary>Puts them back, one after the other, and tells of each; with <paramref name="dryRun"/> it only tells.</summary>
    public async IAsyncEnumerable<RedrivenLetter> RunAsync(
        string queue,
        bool dryRun,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (begun, left) = (time.GetUtcNow(), new List<DeadLetter>());
        try
        {
            await foreach (var letter in TakeEachOnceAsync(queue, left, cancellationToken))
            {
                if (letter.Since > begun)
                {
                    left.Add(letter); // It died while this runs: another run's.
                    continue;
                }

                var told = TellOf(letter, begun);
                if (dryRun || told.IsTooOld)
                {
                    left.Add(letter);
                }
                else
                {
                    await letters.PutBackAsync(queue, letter, cancellationToken);
                    await letters.RemoveAsync(queue, letter, cancellationToken);
                }

                yield return told;
            }
        }
        finally
        {
            foreach (var letter in left)
            {
                await letters.ReleaseAsync(queue, letter, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Takes until nothing new comes. One that was seen was hidden for a time only: it is left, and when there are no others, all were
    /// seen.
    /// </summary>
    private async IAsyncEnumerable<DeadLetter> TakeEachOnceAsync(
        string queue,
        List<DeadLetter> left,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (seen, isAnyNew) = (new HashSet<string>(), true);
        while (isAnyNew)
        {
            isAnyNew = false;
            foreach (var letter in await letters.TakeAsync(queue, cancellationToken))
            {
                var isNew = seen.Add(letter.Key);
                if (isNew)
                {
                    isAnyNew = true;
                    yield return letter;
                }
                else
                {
                    left.Add(letter);
                }
            }
        }
    }

    private RedrivenLetter TellOf(DeadLetter letter, DateTimeOffset now)
    {
        var view = LetterView.Inspect(letter);
        return new RedrivenLetter(
            view,
            letter.Reason,
            now - letter.Since,
            now - (view.MarketTime ?? letter.Since) > TimeSpan.FromDays(retention.FiledDays)
        );
    }
}

/// <summary>A dead letter and what became of it.</summary>
/// <param name="View">What may be shown of it.</param>
/// <param name="Reason">What the transport says of it, or null.</param>
/// <param name="Age">How long it has lain there.</param>
/// <param name="IsTooOld">Whether it is left: what it filed is forgotten, so it would be filed for everybody once more.</param>
public sealed record RedrivenLetter(LetterView View, string? Reason, TimeSpan Age, bool IsTooOld);
