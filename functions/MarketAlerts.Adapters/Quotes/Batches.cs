using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Asks for many symbols a batch at a time.</summary>
internal static class Batches
{
    /// <summary>The most calls under way at the same time.</summary>
    public const int AtOnce = 8;

    /// <summary>How many batches of a size so many symbols make.</summary>
    public static int Count(int symbols, int size) => (symbols + size - 1) / size;

    /// <summary>
    /// The answers about all batches, in the symbols' order. The first failure ends the others: it is the failure of the whole.
    /// </summary>
    public static async Task<IReadOnlyList<Quote>> GatherAsync(
        IEnumerable<Symbol> symbols,
        int size,
        Func<IReadOnlyList<Symbol>, CancellationToken, Task<IReadOnlyList<Quote>>> ask,
        CancellationToken cancellationToken
    )
    {
        var batches = symbols.Chunk(size).ToArray();
        var answers = new IReadOnlyList<Quote>[batches.Length];
        await Parallel.ForAsync(
            0,
            batches.Length,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => answers[index] = await ask(batches[index], token)
        );
        return [.. answers.SelectMany(answer => answer)];
    }
}
