using System.Globalization;
using MarketAlerts.Core.Detection;

namespace MarketAlerts.Core.Incidents;

/// <summary>The reasons in an incident's record.</summary>
internal static class IncidentWording
{
    public static string Why(MarketEvent evidence) =>
        evidence.Basket is { } basket ? Show(basket)
        : evidence.News is { } news ? Show(news)
        : Show(evidence.Symbol!);

    /// <summary>The figures of a basket.</summary>
    public static string Show(BasketReading basket) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"median {basket.MedianMove:+0.0;-0.0} %, {Math.Abs(basket.Breadth):0} % of {basket.Members.Count} beyond the joining threshold"
        );

    /// <summary>The day of a symbol.</summary>
    public static string Show(MemberReading reading) =>
        string.Create(CultureInfo.InvariantCulture, $"{reading.Symbol} {reading.DayMove:+0.0;-0.0} %");

    /// <summary>What a correction takes back.</summary>
    public static string Show(IncidentRevision revision)
    {
        var now = revision.Move is { } move
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", so it stands at {move:+0.0;-0.0} % instead of {revision.ToldMove:+0.0;-0.0} %"
            )
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{revision.Symbol} was measured against {revision.ToldClose:0.00}; the close before is {revision.Close:0.00}{now}"
        );
    }

    private static string Show(NewsReading news)
    {
        var usual = news.Usual is { } rate ? string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} an hour are usual") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{news.Count} {(news.Count is 1 ? "story" : "stories")} within an hour{usual}");
    }
}
