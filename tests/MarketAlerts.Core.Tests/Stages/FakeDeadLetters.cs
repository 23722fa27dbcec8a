using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Dead letters in memory, two a time, and a note of what is done to them.</summary>
internal sealed class FakeDeadLetters : IDeadLetters
{
    private readonly HashSet<string> _taken = [];

    public List<DeadLetter> Letters { get; } = [];

    public List<string> Done { get; } = [];

    /// <summary>Called when one is put back.</summary>
    public Action<DeadLetter>? PuttingBack { get; set; }

    /// <summary>Whether what was taken is not hidden: a lock that ran out.</summary>
    public bool Forgets { get; set; }

    /// <summary>What each look gives, by key; else those that are not hidden.</summary>
    public Queue<string[]>? Takes { get; set; }

    public Task<IReadOnlyList<DeadLetter>> TakeAsync(string queue, CancellationToken cancellationToken)
    {
        if (Takes is not null)
        {
            return Task.FromResult<IReadOnlyList<DeadLetter>>([
                .. Takes.Dequeue().Select(key => Letters.Single(letter => letter.Key == key)),
            ]);
        }

        DeadLetter[] next = [.. Letters.Where(letter => Forgets || !_taken.Contains(letter.Key)).Take(2)];
        _taken.UnionWith(next.Select(letter => letter.Key));
        return Task.FromResult<IReadOnlyList<DeadLetter>>(next);
    }

    public Task PutBackAsync(string queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        PuttingBack?.Invoke(letter);
        Done.Add($"back {letter.Key}");
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        Done.Add($"remove {letter.Key}");
        Letters.Remove(letter);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(string queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        Done.Add($"release {letter.Key}");
        _taken.Remove(letter.Key);
        return Task.CompletedTask;
    }
}
