namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>What MarketAlerts uses in a month, function by function: counted operations times how often they happen. Pure.</summary>
/// <param name="inputs">The deployment.</param>
/// <param name="counted">The counted operations.</param>
internal sealed class CostModel(CostInputs inputs, Operations counted)
{
    /// <summary>Rows that a mail leaves: itself, two lines of the ledger, who was told; marks and stories are of many.</summary>
    public const double RowsLeftByAMail = 4.1;

    private const double Received = 2; // And completed; one that was sent again under the same id is not.
    private const int Queues = 5;
    private const double ParallelRequests = 4;
    private const double SourceSeconds = 0.5;
    private const double ParallelMails = 4; // Email:ParallelSends.
    private const double PageCpuSeconds = 0.02; // Benchmarks W0 and W1, and reading and writing the page's row.
    private const double SubscriberCpuSeconds = 0.0002; // Benchmark W4e, routing and filing.
    private const double HistoryRequests = 2; // A symbol and day: its row, and the page that takes it.
    private const double HistoryCheck = 1; // The catalog's version.
    private const double WatchdogMinutes = 5;
    private const double HealthRequests = 3; // HealthCheck of the Watchdog; its answer stands for seconds, in which a replay passes hours.
    private const double RemovingCpuSeconds = 0.0001; // A row, in the client of the tables: a mail writes ten in a millisecond of W4e.
    private const double HousekeepingMinutes = 10;
    private const double HousekeepingCheck = 3; // The catalog, and what is pending.
    private const double RowsOfATransaction = 100;
    private const double RowsOfARequest = 1_000;
    private const double RowsOfASubscriber = 2;
    private const double BytesOfAGigabyte = 1e9;

    private readonly Instances _instances = new(inputs.InstanceMegabytes);
    private readonly Crossings _crossings = new(inputs);

    /// <summary>Flushes of a month.</summary>
    public double Flushes => Moments * _crossings.FlushesOfAMoment;

    /// <summary>Mails of a flush, on average.</summary>
    public double MailsOfAFlush => Flushes is 0 ? 0 : inputs.Mails / Flushes;

    /// <summary>Requests of a flush with so many mails.</summary>
    /// <remarks>Few subscribers are read each, of many the rows of the bucket between them: a profile and a history, a thousand rows a
    /// request.</remarks>
    public double RequestsOfAFlush(double mails) =>
        mails <= Operations.SmallFlush
            ? counted.Flush + (counted.MailOfAFew * mails)
            : counted.Flush
                + (counted.MailOfMany * mails)
                + (RowsOfASubscriber * Math.Ceiling(inputs.Subscribers / (double)inputs.Buckets / RowsOfARequest));

    /// <summary>GB in the tables: what mails leave for as long as it is kept, subscribers, pages.</summary>
    public double Gigabytes =>
        ((counted.BytesAMail * inputs.MailsKept) + (counted.BytesASubscriber * inputs.Subscribers) + (counted.BytesAPage * inputs.Pages))
        / BytesOfAGigabyte;

    public IReadOnlyList<Usage> Parts =>
        [
            Timer("PollQuotes", counted.PollQuotes * CostInputs.Polls),
            ReadQuotes,
            Timer("PollBaskets", (counted.Baskets + (counted.BasketsPage * inputs.Pages)) * CostInputs.Polls, CostInputs.MarketMinutes),
            Timer(
                "FollowIncidents",
                (counted.Incidents + (counted.IncidentsPage * inputs.Pages)) * CostInputs.Polls,
                CostInputs.MarketMinutes
            ),
            Timer("CloseOfDay", counted.CloseOfDay * CostInputs.Polls, CostInputs.MarketMinutes),
            Timer("KeepHistory", (HistoryCheck * CostInputs.MonthMinutes) + (HistoryRequests * inputs.Symbols * CostInputs.TradingDays)),
            Timer("ProofOfLife", inputs.Buckets * CostInputs.TradingDays, CostInputs.MarketMinutes),
            Timer("PollNews", counted.PollNews * CostInputs.MonthMinutes),
            ReadFeed,
            RouteEvents,
            Timer("FlushDue", counted.FlushDueBucket * inputs.Buckets * CostInputs.MonthMinutes),
            Notify,
            Timer(
                "Watchdog",
                (counted.Watchdog + HealthRequests) * CostInputs.MonthMinutes / WatchdogMinutes,
                CostInputs.MonthMinutes / WatchdogMinutes
            ),
            Housekeeping,
            new("queues that wait", 0, 0, Queues * (double)CostInputs.MonthMinutes, 0),
        ];

    /// <summary>Moments of a month at which alerts are due.</summary>
    private double Moments => Crossings.Moments * _crossings.PollsWithEvents * CostInputs.TradingDays;

    private Usage ReadQuotes
    {
        get
        {
            var crossing = _crossings.Messages * CostInputs.TradingDays;
            var calls = inputs.Pages * (double)CostInputs.Polls;
            var requests =
                (counted.CalmPage * (calls - crossing))
                + (counted.CrossingPage * crossing)
                + (counted.FirstReadOfASymbol * inputs.Symbols * CostInputs.TradingDays);
            return new Usage(
                "ReadQuotes",
                calls,
                CostInputs.Polls * _instances.GbSeconds(inputs.Pages, SourceSeconds, PageCpuSeconds),
                Effort.MessageOperations * calls,
                requests
            );
        }
    }

    private Usage ReadFeed
    {
        get
        {
            var calls = inputs.Feeds * (double)CostInputs.MonthMinutes / inputs.FeedMinutes;
            return new Usage(
                "ReadFeed",
                calls,
                calls / Math.Max(inputs.Feeds, 1) * _instances.GbSeconds(inputs.Feeds, SourceSeconds),
                Effort.MessageOperations * calls,
                counted.QuietFeed * calls
            );
        }
    }

    private Usage RouteEvents
    {
        get
        {
            if (_crossings.Messages is 0)
            {
                return new Usage("RouteEvents", 0, 0, 0, 0);
            }

            var calls = _crossings.Messages * CostInputs.TradingDays;
            var subscribers = inputs.MailsPerDay / _crossings.Messages;
            var requests =
                counted.Route
                + (counted.RouteEvent * (_crossings.EventsOfAMessage - 1))
                + (counted.RouteSubscriber * Math.Max(subscribers - 1, 0))
                + (counted.RouteBucket * (_crossings.BucketsOfAMessage - 1));
            var polls = _crossings.PollsWithEvents * CostInputs.TradingDays;
            var together = calls / polls;
            var gbSeconds =
                polls
                * _instances.GbSeconds(together, requests * Effort.RequestSeconds / ParallelRequests, subscribers * SubscriberCpuSeconds);
            return new Usage("RouteEvents", calls, gbSeconds, Effort.MessageOperations * calls, requests * calls);
        }
    }

    private Usage Notify
    {
        get
        {
            if (Flushes is 0)
            {
                return new Usage("Notify", 0, 0, 0, 0);
            }

            var flushRequests = _crossings.Messages * _crossings.FlushRequestsOfAMessage * CostInputs.TradingDays;
            var requests = RequestsOfAFlush(MailsOfAFlush);
            var seconds = (requests * Effort.RequestSeconds) + (MailsOfAFlush * Effort.MailSeconds / ParallelMails);
            var gbSeconds = Moments * _instances.GbSeconds(_crossings.FlushesOfAMoment, seconds, MailsOfAFlush * Effort.MailCpuSeconds);
            return new Usage("Notify", Flushes, gbSeconds, flushRequests + (Received * Flushes), requests * Flushes);
        }
    }

    /// <summary>Old rows are read a thousand at a time and removed a hundred at a time, as many as come.</summary>
    private Usage Housekeeping
    {
        get
        {
            var runs = CostInputs.MonthMinutes / HousekeepingMinutes;
            var rows = inputs.Mails * RowsLeftByAMail / runs;
            var requests = HousekeepingCheck + inputs.Pages + (rows / RowsOfATransaction) + (rows / RowsOfARequest);
            return new Usage(
                "Housekeeping",
                runs,
                runs * _instances.GbSeconds(1, requests * Effort.RequestSeconds, rows * RemovingCpuSeconds),
                0,
                requests * runs
            );
        }
    }

    private Usage Timer(string name, double requests, double ticks = CostInputs.MonthMinutes) =>
        new(name, ticks, ticks * _instances.GbSeconds(1, requests / ticks * Effort.RequestSeconds), 0, requests);
}
