namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>The prices with where they are from.</summary>
internal static class PriceList
{
    private const string Flex = "Retail Prices API, East US 2, 2026-09-26";
    private const string Grant = "modal.com/blog/azure-function-pricing-guide, 2025-05-22";
    private const string Bus = "infracost test data, West Europe, 2024-07-01";
    private const string Table = "infracost test data, West Europe, LRS, 2026-05-04";
    private const string Acs = "learn.microsoft.com communication-services/concepts/email-pricing as quoted in repositories, 2026";

    /// <summary>Each with its name in a file, its value and its source.</summary>
    public static IReadOnlyList<(string Name, double Value, string Source)> PricesIn(Prices prices) =>
        [
            ("flexGbSecond", prices.FlexGbSecond, Flex),
            ("flexFreeGbSeconds", prices.FlexFreeGbSeconds, Grant),
            ("flexReadyGbSecond", prices.FlexReadyGbSecond, Flex),
            ("flexMillionExecutions", prices.FlexMillionExecutions, Flex),
            ("flexFreeExecutions", prices.FlexFreeExecutions, Grant),
            ("serviceBusMonth", prices.ServiceBusMonth, Bus),
            ("serviceBusIncludedMillions", prices.ServiceBusIncludedMillions, Bus),
            ("serviceBusMillion", prices.ServiceBusMillion, Bus),
            ("serviceBusMillionBeyond100", prices.ServiceBusMillionBeyond100, Bus),
            ("serviceBusMillionBeyond2500", prices.ServiceBusMillionBeyond2500, Bus),
            ("tableTenThousand", prices.TableTenThousand, Table),
            ("tableGigabyte", prices.TableGigabyte, Table),
            ("mail", prices.Mail, Acs),
            ("mailMegabyte", prices.MailMegabyte, Acs),
        ];
}
