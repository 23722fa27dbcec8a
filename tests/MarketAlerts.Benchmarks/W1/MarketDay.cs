using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// A morning of minute quotes: random walks in cents with a shared part a basket, and volumes along an intraday curve. Arrays are by poll,
/// then symbol.
/// </summary>
internal sealed class MarketDay
{
    public const int Polls = 120;
    private const int Seed = 20250127;
    private const int Returns = 20;
    private const int MinutesOfSession = 390;

    private MarketDay(Draws draws)
    {
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            PreviousClose[symbol] = Cents(draws.Between(20, 400));
            AverageVolume[symbol] = (float)draws.Whole(1_000_000, 50_000_000); // As exact as a state keeps it.
            Closes[symbol] = History(PreviousClose[symbol], draws);
            Sigma[symbol] = Deviation(Closes[symbol]);
        }

        for (var poll = 0; poll < Polls; poll++)
        {
            Share[poll] = Math.Sqrt((poll + 1.0) / MinutesOfSession);
            (Prices[poll], Volumes[poll]) = (new double[Tickers.Count], new double[Tickers.Count]);
        }

        for (var basket = 0; basket < MarketPlan.BasketStarts.Count - 1; basket++)
        {
            Walk(MarketPlan.BasketStarts[basket], MarketPlan.BasketStarts[basket + 1], draws);
        }
    }

    /// <summary>Prices in dollars.</summary>
    public double[][] Prices { get; } = new double[Polls][];

    /// <summary>Shares traded so far.</summary>
    public double[][] Volumes { get; } = new double[Polls][];

    /// <summary>The share of a usual day's volume that is usually traded by a poll.</summary>
    public double[] Share { get; } = new double[Polls];

    public double[] PreviousClose { get; } = new double[Tickers.Count];

    public double[] AverageVolume { get; } = new double[Tickers.Count];

    /// <summary>The last 21 closes of each symbol, the newest being the previous close.</summary>
    public double[][] Closes { get; } = new double[Tickers.Count][];

    /// <summary>The sample standard deviation of their 20 returns, in percent.</summary>
    public double[] Sigma { get; } = new double[Tickers.Count];

    /// <summary>The day; the same in every run.</summary>
    public static MarketDay Make() => new(new Draws(Seed));

    private void Walk(int from, int before, Draws draws)
    {
        var drift = Enumerable.Range(0, Polls).Select(_ => 0.0007 * draws.Normal()).ToArray();
        for (var symbol = from; symbol < before; symbol++)
        {
            var price = PreviousClose[symbol] * (1 + (0.006 * draws.Normal()));
            var busy = AverageVolume[symbol] * Math.Exp(0.4 * draws.Normal());
            for (var poll = 0; poll < Polls; poll++)
            {
                price *= 1 + drift[poll] + (0.001 * draws.Normal() * (draws.Whole(0, 200) is 0 ? 5 : 1));
                Prices[poll][symbol] = Cents(price);
                Volumes[poll][symbol] = Math.Floor(busy * Share[poll]);
            }
        }
    }

    private static double[] History(double last, Draws draws)
    {
        var closes = new double[Returns + 1];
        closes[Returns] = last;
        for (var day = Returns - 1; day >= 0; day--)
        {
            closes[day] = Cents(closes[day + 1] / (1 + (0.015 * draws.Normal())));
        }

        return closes;
    }

    private static double Deviation(double[] closes)
    {
        var returns = closes.Skip(1).Zip(closes, (next, close) => 100 * ((next / close) - 1)).ToArray();
        var mean = returns.Average();
        return Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / (returns.Length - 1));
    }

    private static double Cents(double price) => Math.Round(price, 2);
}
