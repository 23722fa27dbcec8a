using System.Collections.Frozen;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.News.Edgar;

/// <summary>The tickers of those who file at the SEC, by their number (CIK), from the SEC's <c>company_tickers.json</c>.</summary>
public sealed class CikTable
{
    private readonly FrozenDictionary<long, Symbol[]> _symbols;

    private CikTable(FrozenDictionary<long, Symbol[]> symbols) => _symbols = symbols;

    /// <summary>Knows nobody.</summary>
    public static CikTable Empty { get; } = new(FrozenDictionary<long, Symbol[]>.Empty);

    /// <summary>How many companies it knows.</summary>
    public int Count => _symbols.Count;

    /// <summary>Reads the SEC's file; a row that is none is skipped.</summary>
    /// <exception cref="FetchException">It is another file (Malformed).</exception>
    public static CikTable Parse(ReadOnlyMemory<byte> body)
    {
        using var document = NewsJsonElements.Parse("company_tickers.json", body);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
        {
            throw new FetchException(FetchFault.Malformed, "company_tickers.json is JSON, but no object.");
        }

        var rows =
            from row in document.RootElement.EnumerateObject()
            let cik = row.Value.Whole("cik_str")
            where cik > 0 && Symbol.TryParse(Dotted(row.Value.Text("ticker")), out _)
            select (Cik: cik, Symbol: Symbol.Parse(Dotted(row.Value.Text("ticker"))));
        return new CikTable(
            rows.GroupBy(row => row.Cik)
                .ToFrozenDictionary(group => group.Key, group => group.Select(row => row.Symbol).Distinct().ToArray())
        );
    }

    /// <summary>The tickers of a company, none for one that is unknown.</summary>
    public IReadOnlyList<Symbol> SymbolsOf(long cik) => _symbols.GetValueOrDefault(cik) ?? [];

    /// <summary>The SEC writes the class of a share as <c>BRK-B</c>, the exchanges <c>BRK.B</c>.</summary>
    private static string Dotted(string ticker) => ticker is [.. { Length: > 0 } stem, '-', var share] ? $"{stem}.{share}" : ticker;
}
