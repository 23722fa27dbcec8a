using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>The calls of one replay of <see cref="CountedDay"/>, by what happened in them.</summary>
/// <param name="calls">All of them.</param>
/// <param name="pages">With how many pages, and as many buckets, it ran.</param>
internal sealed class CountedCalls(IReadOnlyList<CallCount> calls, int pages)
{
    private const int FlushWithinMinutes = 3; // A plain alert goes out within its minute, or with company two minutes later.

    /// <summary>Requests of a timer function in the calm minute before anything happened.</summary>
    public double Calm(string function) => In(function, CountedDay.CalmMinute(pages));

    /// <summary>Requests of a timer function in a calm minute while incidents are on.</summary>
    public double WithIncidents(string function) => In(function, CountedDay.MinuteWithIncidents(pages));

    /// <summary>Requests of a read of a page in the calm minute, on average.</summary>
    public double CalmPage => In(nameof(ReadQuotes), CountedDay.CalmMinute(pages)) / pages;

    /// <summary>Requests of the read of the page in which the first event crosses.</summary>
    public double CrossingPage =>
        calls
            .Single(call => call.Function is nameof(ReadQuotes) && call.Messages > 0 && MinuteOf(call) == CountedDay.MinuteOf(pages, 0))
            .Requests;

    /// <summary>Requests of all pages' first read.</summary>
    public double FirstRead => In(nameof(ReadQuotes), CountedDay.From(pages));

    /// <summary>Requests of routing an event.</summary>
    public double Route(int number) => In(nameof(RouteEvents), CountedDay.MinuteOf(pages, number));

    /// <summary>Requests of all flushes of an event's subscribers.</summary>
    public double Flush(int number) =>
        Enumerable.Range(0, FlushWithinMinutes).Sum(minute => In(nameof(Notify), CountedDay.MinuteOf(pages, number).AddMinutes(minute)));

    /// <summary>The mean of a function's requests over all its calls.</summary>
    public double Mean(string function) => calls.Where(call => call.Function == function).Average(call => call.Requests);

    private double In(string function, DateTimeOffset minute) =>
        calls.Where(call => call.Function == function && MinuteOf(call) == minute).Sum(call => call.Requests);

    private static DateTimeOffset MinuteOf(CallCount call) => call.At.AddTicks(-(call.At.Ticks % TimeSpan.TicksPerMinute));
}
