using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Metrics;

internal static class WindowPolls
{
    /// <summary>A poll that brings one symbol a price.</summary>
    public static void Poll(this PriceWindows windows, int row, int seconds, double price)
    {
        windows.BeginPoll();
        windows.Restore(row, 0, seconds, price);
        windows.EndPoll();
    }
}
