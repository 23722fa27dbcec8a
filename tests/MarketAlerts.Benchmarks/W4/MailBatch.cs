using System.Globalization;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>Subscribers that are told in one turn.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Count">How many.</param>
internal sealed record MailBatch(int First, int Count)
{
    /// <summary>Their addresses.</summary>
    public IReadOnlyList<string> Addresses { get; } =
    [.. Enumerable.Range(First, Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"reader{number:D5}@example.com"))];

    /// <summary>Every so many-th of them.</summary>
    public MailBatch OneIn(int many) => many is 1 ? this : new MailBatch(First, Count / many);
}
