using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.News.Nasdaq;

/// <summary>The trading halts of all US exchanges, as Nasdaq lists them.</summary>
/// <param name="client">Fetches from the provider.</param>
/// <param name="options">Where.</param>
public sealed class NasdaqHaltFeed(FeedClient client, NasdaqHaltOptions options)
{
    /// <summary>Its name in messages.</summary>
    public const string Source = "nasdaq-halts";

    /// <summary>The halts and resumptions of known symbols.</summary>
    /// <param name="version">The version read last.</param>
    /// <param name="known">The symbols that matter.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<HaltAnswer> GetAsync(FeedVersion version, IReadOnlySet<Symbol> known, CancellationToken cancellationToken)
    {
        var answer = await client.FetchAsync(new FeedRequest(Source, options.Address, version), cancellationToken);
        var rows = answer.IsNotModified ? new HaltRows([], 0) : NasdaqHaltParser.Parse(Source, answer, known);
        return new HaltAnswer(rows, FeedClient.VersionOf(answer, version), answer.IsNotModified, answer.RetryAfter);
    }
}

/// <summary>
/// Reads Nasdaq's list of the halts of all US exchanges. The same halt stands there again as its resumption becomes known: it is one halt,
/// known by symbol, date, time and code, and its latest resumption counts. Who keeps the events tells by equality which of them are new.
/// </summary>
internal static class NasdaqHaltParser
{
    /// <summary>The events of known symbols.</summary>
    /// <param name="source">The list, for messages.</param>
    /// <param name="answer">The list: its address, body and charset.</param>
    /// <param name="known">The symbols that matter; rows of others are skipped and no fault.</param>
    /// <exception cref="FetchException">It is no feed (Malformed), or a longer one than any (TooLarge).</exception>
    public static HaltRows Parse(string source, Fetched answer, IReadOnlySet<Symbol> known)
    {
        var rows = FeedXml.Read(source, answer.Address, answer.Body.Span, answer.Charset, FeedParser.MostItems).ConvertAll(HaltRow.Read);
        var events =
            from row in rows
            where row is not null && known.Contains(row.Symbol)
            group row.ResumedAt by (row.Symbol, row.HaltedAt, row.Code) into halt
            from told in EventsOf(halt.Key.Symbol, halt.Key.HaltedAt, halt.Key.Code, halt.Max())
            select told;
        return new HaltRows(
            [.. events.Distinct().OrderBy(told => told.Time).ThenBy(told => told.Kind)],
            rows.Count(row => row is not { IsWhole: true })
        );
    }

    private static IEnumerable<ListingEvent> EventsOf(Symbol symbol, DateTimeOffset haltedAt, string code, DateTimeOffset? resumedAt)
    {
        yield return new ListingEvent(symbol, haltedAt, ListingEventKind.Halt, code, 1);
        if (resumedAt is { } resumed)
        {
            yield return new ListingEvent(symbol, resumed, ListingEventKind.Resume, "", 1);
        }
    }
}
