using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Fills the last hour's prices of a page, poll by poll.</summary>
internal static class GivenWindows
{
    /// <summary>Takes one quote, or none, of every symbol at each poll.</summary>
    public static void Fill(SymbolColumns columns, int polls, Func<int, (int Seconds, double Price)?> quoteOf)
    {
        for (var poll = 0; poll < polls; poll++)
        {
            columns.Windows.BeginPoll();
            for (var row = 0; row < columns.Symbols.Count; row++)
            {
                if (quoteOf(row) is { } quote)
                {
                    columns.Windows.Restore(row, 0, quote.Seconds, quote.Price);
                }
            }

            columns.Windows.EndPoll();
        }
    }
}
