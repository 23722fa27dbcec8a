using Newtonsoft.Json;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// What Azure asks, in US dollars, before tax; <see cref="PriceList"/> says from where and when each is. A file can name others.
/// </summary>
internal sealed record Prices
{
    /// <summary>Functions Flex Consumption on demand, a GB-s.</summary>
    public double FlexGbSecond { get; init; } = 0.000026;

    /// <summary>GB-s a month that are free.</summary>
    public double FlexFreeGbSeconds { get; init; } = 100_000;

    /// <summary>A GB-s of an instance that is kept warm, whether it works or not; none is free.</summary>
    public double FlexReadyGbSecond { get; init; } = 0.000004;

    /// <summary>A million executions.</summary>
    public double FlexMillionExecutions { get; init; } = 0.40;

    /// <summary>Executions a month that are free.</summary>
    public double FlexFreeExecutions { get; init; } = 250_000;

    /// <summary>A Service Bus Standard namespace, a month.</summary>
    public double ServiceBusMonth { get; init; } = 9.81;

    /// <summary>Millions of operations a month that this includes.</summary>
    public double ServiceBusIncludedMillions { get; init; } = 13;

    /// <summary>A million operations beyond, up to 100 million in all.</summary>
    public double ServiceBusMillion { get; init; } = 0.80;

    /// <summary>A million operations beyond 100 million, up to 2,500 million.</summary>
    public double ServiceBusMillionBeyond100 { get; init; } = 0.50;

    /// <summary>A million operations beyond 2,500 million.</summary>
    public double ServiceBusMillionBeyond2500 { get; init; } = 0.20;

    /// <summary>Ten thousand requests to tables (LRS), whatever they do.</summary>
    public double TableTenThousand { get; init; } = 0.00036;

    /// <summary>A GB in tables (LRS), a month.</summary>
    public double TableGigabyte { get; init; } = 0.045;

    /// <summary>A mail by Communication Services.</summary>
    public double Mail { get; init; } = 0.00025;

    /// <summary>A MB of mail.</summary>
    public double MailMegabyte { get; init; } = 0.00012;

    /// <summary>Reads a file that names some of them, such as <c>{"tableGigabyte": 0.05}</c>; the others stay.</summary>
    /// <exception cref="FormatException">It is not such a file.</exception>
    public static Prices Read(string json)
    {
        try
        {
            var prices = JsonConvert.DeserializeObject<Prices>(
                json,
                new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error }
            );
            return prices is not null && PriceList.PricesIn(prices).All(price => price.Value is >= 0 and < double.PositiveInfinity)
                ? prices
                : throw new FormatException("The file of prices names one that is negative or no number, or nothing at all.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"The file of prices cannot be read: {error.Message}", error);
        }
    }

    /// <summary>What a number of operations a month costs on Service Bus Standard, without the namespace.</summary>
    public double ServiceBusOperations(double operations)
    {
        const double Second = 100;
        const double Third = 2_500;
        var millions = operations / 1e6;
        return (ServiceBusMillion * Between(millions, ServiceBusIncludedMillions, Second))
            + (ServiceBusMillionBeyond100 * Between(millions, Second, Third))
            + (ServiceBusMillionBeyond2500 * Between(millions, Third, double.MaxValue));
    }

    private static double Between(double value, double from, double to) => Math.Max(Math.Min(value, to) - from, 0);
}
