using System.Net;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>
/// Asks Alpaca about a batch of symbols. One symbol that Alpaca does not know sinks the whole batch: it is taken out, the rest is asked for
/// again, and it is not asked for any more that day.
/// </summary>
/// <param name="ask">Asks for a path.</param>
/// <param name="refusal">The failure that a refusal is, when it is given up.</param>
/// <param name="clock">The clock.</param>
internal sealed class AlpacaBatch(
    Func<string, CancellationToken, Task<Fetched>> ask,
    Func<Fetched, FetchException> refusal,
    TimeProvider clock
)
{
    /// <summary>
    /// How many times one batch is asked for again without its offenders. Those left cost the next time the same, until all are known.
    /// </summary>
    public const int MostIsolations = 5;

    private readonly RefusedSymbols _refused = new(clock);

    /// <summary>Whether a symbol may be asked for. Nothing else is a ticker to Alpaca, and one that is none sinks its batch.</summary>
    public bool Admits(Symbol symbol) =>
        symbol.Text.All(letter => letter is (>= 'A' and <= 'Z') or '.' or '-') && !_refused.Contains(symbol);

    /// <summary>The answer about those symbols that Alpaca knows, and which they are; null when it knows none.</summary>
    /// <exception cref="FetchException">There is no answer, or there are too many offenders.</exception>
    public async Task<(Fetched Answer, IReadOnlyList<Symbol> Symbols)?> AskAsync(
        IReadOnlyList<Symbol> batch,
        Func<IReadOnlyList<Symbol>, string> path,
        CancellationToken cancellationToken
    )
    {
        for (var isolations = 0; batch.Count > 0; isolations++)
        {
            var answer = await ask(path(batch), cancellationToken);
            var offenders = answer.Status is HttpStatusCode.BadRequest ? AlpacaRefusal.SymbolsIn(answer.Body.Span) : [];
            var rest = batch.Except(offenders).ToArray();
            if (rest.Length == batch.Count)
            {
                return (answer, batch);
            }

            _refused.Add(batch.Intersect(offenders));
            batch = isolations < MostIsolations ? rest : throw refusal(answer);
        }

        return null;
    }
}
