using Azure.Data.Tables;
using MarketAlerts.LocalHost.Commands.Cost.Counting;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class RowSizeTests
{
    [Fact]
    public void Of_CountsKeysNamesAndValues() =>
        // 4; keys of 3 characters 6; text 8 + 2 + 4 + 6; bytes 8 + 2 + 4 + 5; a number 8 + 2 + 8.
        RowSize
            .BytesOf(
                new TableEntity("p", "rr")
                {
                    ["a"] = "abc",
                    ["b"] = new byte[5],
                    ["c"] = 7L,
                }
            )
            .ShouldBe(4 + 6 + 20 + 19 + 18);
}
