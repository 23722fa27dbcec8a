using System.Globalization;
using FsCheck.Xunit;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class WireNumberProperties
{
    [Property(MaxTest = 5000)]
    public bool Parse_GivesTheNearestDouble_ForAnyDecimal(long digits, byte scale)
    {
        var price = Math.Abs(digits % 1_000_000_000_000_000) / (decimal)Math.Pow(10, scale % 12);
        var text = price.ToString(CultureInfo.InvariantCulture);
        var nearest = double.Parse(text, CultureInfo.InvariantCulture);
        var quotes = GivenSnapshot.Parse(GivenSnapshot.Of($$$"""{"ticker":"A","lastTrade":{"p":{{{text}}},"t":100}}"""));
        return nearest is 0 ? quotes.Count is 0 : quotes.Single().Last.Equals(nearest);
    }
}
