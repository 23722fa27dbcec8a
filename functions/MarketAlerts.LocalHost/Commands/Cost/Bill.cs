namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>What a month costs, in US dollars.</summary>
/// <param name="Usage">What is used.</param>
/// <param name="Gigabytes">GB in the tables.</param>
/// <param name="Prices">The prices.</param>
internal sealed record Bill(Usage Usage, double Gigabytes, Prices Prices)
{
    /// <summary>The namespace of Service Bus.</summary>
    public double BusMonth => Prices.ServiceBusMonth;

    /// <summary>Operations beyond those that it includes.</summary>
    public double BusOperations => Prices.ServiceBusOperations(Usage.BusOperations);

    /// <summary>Executions beyond the free ones.</summary>
    public double Executions => Math.Max(Usage.Executions - Prices.FlexFreeExecutions, 0) / 1e6 * Prices.FlexMillionExecutions;

    /// <summary>GB-s beyond the free ones.</summary>
    public double GbSeconds => Math.Max(Usage.GbSeconds - Prices.FlexFreeGbSeconds, 0) * Prices.FlexGbSecond;

    /// <summary>GB-s of the instances kept warm, beside those in which they work.</summary>
    public double ReadyGbSeconds { get; init; }

    public double Ready => ReadyGbSeconds * Prices.FlexReadyGbSecond;

    /// <summary>Requests to tables.</summary>
    public double TableRequests => Usage.TableRequests / 1e4 * Prices.TableTenThousand;

    /// <summary>What lies in the tables.</summary>
    public double Storage => Gigabytes * Prices.TableGigabyte;

    /// <summary>All of it. Mail is not in it.</summary>
    public double Total => BusMonth + BusOperations + Executions + GbSeconds + Ready + TableRequests + Storage;
}
