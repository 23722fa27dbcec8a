using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Splits;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Splits;

/// <summary>A provider of splits that answers what a test says, and notes what it was asked.</summary>
internal sealed class GivenSplits : ISplitProvider
{
    public string Name => "given";

    public List<ShareSplit> Splits { get; } = [];

    public FetchException? Fails { get; set; }

    /// <summary>What it waits for before it answers.</summary>
    public TaskCompletionSource? Answers { get; set; }

    public List<string> Asked { get; } = [];

    public async Task<IReadOnlyList<ShareSplit>> GetAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        Asked.Add(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} {to:yyyy-MM-dd}"));
        await (Answers?.Task ?? Task.CompletedTask);
        return Fails is { } failure ? throw failure : [.. Splits];
    }
}
