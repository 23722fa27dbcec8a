using Newtonsoft.Json;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// What the functions ask of the services, counted in a replay of <see cref="Counting.CountedDay"/>: requests to tables, a transaction
/// being one.
/// </summary>
internal sealed record Operations
{
    /// <summary>A tick of PollQuotes while the market is open.</summary>
    public double PollQuotes { get; init; }

    /// <summary>A page read while nothing crosses a level.</summary>
    public double CalmPage { get; init; }

    /// <summary>A page read when something crosses.</summary>
    public double CrossingPage { get; init; }

    /// <summary>What a symbol adds to the first read of its page in a session: its daily closes.</summary>
    public double FirstReadOfASymbol { get; init; }

    /// <summary>A look at the baskets, without pages.</summary>
    public double Baskets { get; init; }

    /// <summary>What a page adds to a look at the baskets.</summary>
    public double BasketsPage { get; init; }

    /// <summary>A look at incidents when none is on.</summary>
    public double NoIncidents { get; init; }

    /// <summary>A look at incidents that are on, without pages.</summary>
    public double Incidents { get; init; }

    /// <summary>What a page adds to a look at incidents that are on.</summary>
    public double IncidentsPage { get; init; }

    /// <summary>A tick of CloseOfDay while the market is open.</summary>
    public double CloseOfDay { get; init; }

    /// <summary>A tick of FlushDue, each bucket.</summary>
    public double FlushDueBucket { get; init; }

    /// <summary>A tick of PollNews.</summary>
    public double PollNews { get; init; }

    /// <summary>A feed read that has nothing new.</summary>
    public double QuietFeed { get; init; }

    /// <summary>A tick of Watchdog while the market is open.</summary>
    public double Watchdog { get; init; }

    /// <summary>Routing a message with one event that one subscriber is told of.</summary>
    public double Route { get; init; }

    /// <summary>What each further event of the message adds.</summary>
    public double RouteEvent { get; init; }

    /// <summary>What each further subscriber adds, of a hundred and more.</summary>
    public double RouteSubscriber { get; init; }

    /// <summary>What each further bucket adds.</summary>
    public double RouteBucket { get; init; }

    /// <summary>A flush, without mails.</summary>
    public double Flush { get; init; }

    /// <summary>What a mail adds to a flush of up to <see cref="SmallFlush"/>.</summary>
    public double MailOfAFew { get; init; }

    /// <summary>What a mail adds to a flush of a hundred and more.</summary>
    public double MailOfMany { get; init; }

    /// <summary>Bytes that a mail leaves in the tables: what was claimed, told and decided.</summary>
    public double BytesAMail { get; init; }

    /// <summary>Bytes of a subscriber's profile and rule.</summary>
    public double BytesASubscriber { get; init; }

    /// <summary>Bytes of the row of a page.</summary>
    public double BytesAPage { get; init; }

    /// <summary>Up to how many mails a flush reads its subscribers one by one.</summary>
    public const int SmallFlush = 20;

    /// <summary>As counted last; a test counts again and compares.</summary>
    public static Operations BuiltIn { get; } =
        JsonConvert.DeserializeObject<Operations>(
            BuiltInJson(),
            new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error }
        )!;

    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented) + "\n";

    private static string BuiltInJson()
    {
        using var stream = typeof(Operations).Assembly.GetManifestResourceStream("MarketAlerts.LocalHost.Commands.Cost.operations.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
