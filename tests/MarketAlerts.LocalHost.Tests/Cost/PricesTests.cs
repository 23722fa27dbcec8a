using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class PricesTests
{
    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 0.8)]
    [InlineData(100, 69.6)] // 87 at 0.80.
    [InlineData(315, 177.1)] // And 215 at 0.50.
    [InlineData(2_501, 1_269.8)] // And 2,400 at 0.50, one at 0.20.
    public void ServiceBusOperations_CostByTier(double millions, double dollars) =>
        new Prices().ServiceBusOperations(millions * 1e6).ShouldBe(dollars, 1e-6);

    [Fact]
    public void Read_KeepsTheOthers_WhenTheFileNamesOne()
    {
        var prices = Prices.Read("""{"tableGigabyte": 0.06}""");

        prices.ShouldBe(new Prices() with { TableGigabyte = 0.06 });
    }

    [Theory]
    [InlineData("""{"tableGigabite": 0.06}""")]
    [InlineData("""{"tableGigabyte": -1}""")]
    [InlineData("""{"tableGigabyte": "NaN"}""")]
    [InlineData("not json")]
    [InlineData("")]
    public void Read_Refuses_WhenTheFileIsWrong(string json) =>
        Should.Throw<FormatException>(() => Prices.Read(json)).Message.ShouldStartWith("The file of prices");

    [Fact]
    public void List_HasEveryPrice_WithItsDate()
    {
        PriceList
            .PricesIn(new Prices())
            .Select(price => price.Name)
            .Order()
            .ShouldBe(
                typeof(Prices)
                    .GetProperties()
                    .Where(property => property.PropertyType == typeof(double))
                    .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
                    .Order()
            );
        PriceList.PricesIn(new Prices()).ShouldAllBe(price => price.Source.Contains("202", StringComparison.Ordinal));
    }

    [Fact]
    public void Total_IsWhatIsBeyondTheFreeGrants()
    {
        // 9.81; a million executions 0.40; 100,000 GB-s 2.60; a million operations 0.80; ten million requests 0.36; 10 GB 0.45.
        var bill = new Bill(new Usage("all", 1_250_000, 200_000, 14e6, 10e6), 10, new Prices());

        bill.Total.ShouldBe(9.81 + 0.40 + 2.60 + 0.80 + 0.36 + 0.45, 1e-9);
        (bill with { ReadyGbSeconds = 1e6 }).Total.ShouldBe(bill.Total + 4, 1e-9);
    }
}
