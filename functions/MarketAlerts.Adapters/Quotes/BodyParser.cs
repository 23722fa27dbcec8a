using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// Reads a provider's answer: adds the quotes of the wanted symbols to a list. Pure; a body that is not what is documented throws a
/// JsonException or a FetchException.
/// </summary>
/// <param name="body">The whole answer.</param>
/// <param name="symbols">Whose quotes are wanted.</param>
/// <param name="quotes">Where they go.</param>
internal delegate void BodyParser(ReadOnlySpan<byte> body, SymbolTable symbols, List<Quote> quotes);
