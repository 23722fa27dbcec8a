using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>Prices of 27 January 2025 and the days around it, from <c>scenarios/deepseek-monday</c>: what the sample mails tell.</summary>
internal sealed class SampleMarket
{
    private const int FirstPrice = 3;

    private readonly DateTimeOffset[] _times;
    private readonly Dictionary<string, double[]> _rows;

    private SampleMarket(DateTimeOffset[] times, Dictionary<string, double[]> rows) => (_times, _rows) = (times, rows);

    public IEnumerable<string> Symbols => _rows.Keys;

    /// <summary>The times at which every symbol has a price (UTC).</summary>
    public IReadOnlyList<DateTimeOffset> Times => _times;

    public static SampleMarket Read()
    {
        using var reader = new StreamReader(
            typeof(SampleMarket).Assembly.GetManifestResourceStream("MarketAlerts.LocalHost.Samples.monday.csv")!
        );
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        return new SampleMarket(
            [.. lines[0].Skip(FirstPrice).Select(time => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture))],
            lines
                .Skip(1)
                .ToDictionary(
                    line => line[0],
                    line => line.Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()
                )
        );
    }

    /// <summary>The price of a symbol at one of the times.</summary>
    public double PriceOf(string symbol, DateTimeOffset time) => _rows[symbol][FirstPrice - 1 + IndexOf(time)];

    /// <summary>The close of the session before.</summary>
    public double PreviousCloseOf(string symbol, DateTimeOffset time) =>
        time < SampleTimes.NextOpen ? _rows[symbol][0] : PriceOf(symbol, SampleTimes.Close);

    /// <summary>A line of the members table.</summary>
    public MailMember MemberOf(string symbol, DateTimeOffset time, bool isNew = false, double? toldAt = null)
    {
        var price = PriceOf(symbol, time);
        var move = Percent(price, PreviousCloseOf(symbol, time));
        var usual = _rows[symbol][1];
        var severity =
            Math.Abs(move) >= 8 ? Severity.Severe
            : Math.Abs(move) >= 5 && Math.Abs(move) >= 2 * usual ? Severity.Notable
            : Severity.Plain;
        var open = PriceOf(symbol, time < SampleTimes.NextOpen ? SampleTimes.Open : SampleTimes.NextOpen);
        return new MailMember(Symbol.Parse(symbol), price, move, Percent(price, open), usual, severity, isNew)
        {
            SinceLast = toldAt is { } told ? Percent(price, told) : null,
        };
    }

    /// <summary>The path of a symbol up to a time.</summary>
    public MailPath PathOf(string symbol, DateTimeOffset time) =>
        new(
            Symbol.Parse(symbol),
            PreviousCloseOf(symbol, time),
            [.. _times.Where(at => at <= time).Select(at => TrailPoint.At(at.UtcTicks, PriceOf(symbol, at)))]
        );

    private static double Percent(double price, double baseline) => ((price / baseline) - 1) * 100;

    private int IndexOf(DateTimeOffset time) =>
        Array.IndexOf(_times, time) is >= 0 and var index
            ? index
            : throw new ArgumentOutOfRangeException(nameof(time), time, "There are no prices of that time.");
}
