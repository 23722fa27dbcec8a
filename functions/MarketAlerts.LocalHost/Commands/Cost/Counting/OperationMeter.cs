using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Replay;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>
/// Replays the counted day twice, with one page and one bucket and with two of each, and takes what a call asks for apart into what stands
/// and what grows. Mails are sent one by one, so that each is recorded by itself.
/// </summary>
/// <param name="settings">Settings of the host; the storage must be an emulator in which nothing ran before.</param>
internal sealed class OperationMeter(string[] settings)
{
    private const int One = 0;
    private const int AFew = 1;
    private const int AHundred = 2;
    private const int TwoHundred = 3;
    private const int Together = 4;
    private const double SymbolsPerPage = 500;

    public async Task<Operations> CountAsync(CancellationToken cancellationToken)
    {
        var (one, tables) = await ReplayAsync(1, cancellationToken);
        var bytes = await StoredBytes.ReadAsync(tables, cancellationToken);
        var (two, _) = await ReplayAsync(2, cancellationToken);
        return Telling(Polling(bytes, one, two), one, two);
    }

    private static Operations Polling(Operations counted, CountedCalls one, CountedCalls two) =>
        counted with
        {
            PollQuotes = one.Calm(nameof(PollQuotes)),
            CalmPage = one.CalmPage,
            CrossingPage = one.CrossingPage,
            FirstReadOfASymbol = (two.FirstRead - one.FirstRead) / SymbolsPerPage,
            Baskets = (2 * one.Calm(nameof(PollBaskets))) - two.Calm(nameof(PollBaskets)),
            BasketsPage = two.Calm(nameof(PollBaskets)) - one.Calm(nameof(PollBaskets)),
            NoIncidents = one.Calm(nameof(FollowIncidents)),
            Incidents = (2 * one.WithIncidents(nameof(FollowIncidents))) - two.WithIncidents(nameof(FollowIncidents)),
            IncidentsPage = two.WithIncidents(nameof(FollowIncidents)) - one.WithIncidents(nameof(FollowIncidents)),
            CloseOfDay = one.Calm(nameof(CloseOfDay)),
            FlushDueBucket = one.Calm(nameof(FlushDue)),
            PollNews = one.Calm(nameof(PollNews)),
            QuietFeed = one.Calm(nameof(ReadFeed)),
            Watchdog = one.Mean(nameof(Watchdog)),
        };

    private static Operations Telling(Operations counted, CountedCalls one, CountedCalls two)
    {
        var (few, hundred) = (CountedDay.Subscribers[AFew], CountedDay.Subscribers[AHundred]);
        var (manyRouted, manyMailed) = (PerSubscriber(one.Route), PerSubscriber(one.Flush));
        var mailOfAFew = (one.Flush(AFew) - one.Flush(One)) / (few - 1);
        return counted with
        {
            Route = one.Route(One),
            RouteEvent = (one.Route(Together) - one.Route(One)) / (CountedDay.Together - 1),
            RouteSubscriber = manyRouted,
            RouteBucket = two.Route(AFew) - one.Route(AFew),
            Flush = one.Flush(One) - mailOfAFew,
            MailOfAFew = mailOfAFew,
            MailOfMany = manyMailed,
        };

        double PerSubscriber(Func<int, double> requests) =>
            (requests(TwoHundred) - requests(AHundred)) / (CountedDay.Subscribers[TwoHundred] - hundred);
    }

    /// <summary>An account has one number of buckets: the second replay has tables of its own.</summary>
    private static string PrefixOf(int pages) => pages is 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Counted{pages}");

    private async Task<(CountedCalls Calls, TableServiceClient Tables)> ReplayAsync(int pages, CancellationToken cancellationToken)
    {
        await using var app = LocalHostApp.Build(
            [
                .. settings,
                $"--Delivery:Buckets={pages}",
                "--Delivery:KeepSentMails=false",
                "--Email:ParallelSends=1",
                "--Logging:LogLevel:Default=None",
            ],
            (services, configuration) =>
                services
                    .AddReplay(configuration, CountedDay.Draw(pages))
                    .AddSingleton(Timeline.Silent)
                    .AddCounting()
                    .AddSingleton(provider => new TableSet(provider.GetRequiredService<TableServiceClient>(), PrefixOf(pages)))
        );
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(ReplaySpeed.Parse("max")!.Value, cancellationToken);
        return (
            new CountedCalls(app.Services.GetRequiredService<CallMeter>().Calls, pages),
            StorageClients.Tables(app.Services.GetRequiredService<StorageOptions>())
        );
    }
}
