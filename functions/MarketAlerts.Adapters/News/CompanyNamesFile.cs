using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Reads a list of company names: a line a ticker, <c>META; =Meta; Meta Platforms</c>. The built-in list says at its top what the signs
/// mean.
/// </summary>
public static class CompanyNamesFile
{
    private const int LongestWithMark = 2;
    private const string BuiltInName = "company-names.txt";

    /// <summary>The built-in list.</summary>
    public static IReadOnlyList<Alias> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Reads a list.</summary>
    /// <param name="file">Its name, for refusals.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="InputFileException">A line is not what it should be.</exception>
    public static IReadOnlyList<Alias> Read(string file, string text)
    {
        var aliases = new List<Alias>();
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (line.Trim() is { IsEmpty: false } entry && entry[0] is not '#')
            {
                AddLine(aliases, file, number, entry.ToString().Split(';', StringSplitOptions.TrimEntries));
            }
        }

        return aliases;
    }

    private static void AddLine(List<Alias> aliases, string file, int line, string[] parts)
    {
        var isMarked = parts[0].StartsWith('!');
        if (!Symbol.TryParse(parts[0].TrimStart('!'), out var symbol))
        {
            throw new InputFileException(file, line, $"'{parts[0]}' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.");
        }

        aliases.Add(
            new Alias(symbol.Text, symbol, isMarked || symbol.Text.Length <= LongestWithMark ? AliasForm.MarkedTicker : AliasForm.Ticker)
        );
        foreach (var name in parts.Skip(1))
        {
            var isExact = name.StartsWith('=');
            aliases.Add(
                name.TrimStart('=').Trim() is { Length: > 1 } alias
                    ? new Alias(alias, symbol, isExact ? AliasForm.Exact : AliasForm.Name)
                    : throw new InputFileException(file, line, $"'{name}' is no name: at least two letters.")
            );
        }
    }

    private static IReadOnlyList<Alias> ReadBuiltIn()
    {
        using var stream = typeof(CompanyNamesFile).Assembly.GetManifestResourceStream(
            $"{typeof(CompanyNamesFile).Namespace}.{BuiltInName}"
        )!;
        using var reader = new StreamReader(stream);
        return Read(BuiltInName, reader.ReadToEnd());
    }
}
