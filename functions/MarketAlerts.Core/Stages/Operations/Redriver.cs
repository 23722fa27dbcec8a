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
        var (begun, seen, left) = (time.GetUtcNow(), new HashSet<string>(), new List<DeadLetter>());
        try
        {
            for (var isNew = true; isNew && await letters.TakeAsync(queue, cancellationToken) is { Count: > 0 } taken; )
            {
                isNew = false;
                foreach (var letter in taken)
                {
                    if (!seen.Add(letter.Key))
                    {
                        left.Add(letter); // It was hidden for a time only: when there are no others, all were seen.
                        continue;
                    }

                    isNew = true;
                    var told = TellOf(letter, begun);
                    var died = letter.Since > begun; // While this runs: another run's.
                    if (died || dryRun || told.IsTooOld)
                    {
                        left.Add(letter);
                    }
                    else
                    {
                        await letters.PutBackAsync(queue, letter, cancellationToken);
                        await letters.RemoveAsync(queue, letter, cancellationToken);
                    }

                    if (!died)
                    {
                        yield return told;
                    }
                }
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
