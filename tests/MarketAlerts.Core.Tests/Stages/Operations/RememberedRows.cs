using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Core.Tests.Stages.Operations;

/// <summary>Some parts a kind, and what was asked of them.</summary>
internal sealed class RememberedRows : IRetentionStore
{
    /// <summary>How many old rows each part has.</summary>
    public int Old { get; set; } = 7;

    /// <summary>How many parts each kind has.</summary>
    public int Parts { get; set; } = 2;

    public List<(RetainedKind Kind, string Part, DateTimeOffset Before, int Most)> Asked { get; } = [];

    public Task<IReadOnlyList<string>> PartsAsync(RetainedKind kind, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(0, Parts).Select(number => $"part {number}")]);

    public Task<int> RemoveAsync(RetainedKind kind, string part, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        Asked.Add((kind, part, before, most));
        return Task.FromResult(Math.Min(Old, most));
    }
}
