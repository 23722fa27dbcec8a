using System.Globalization;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Adapters.Mail;

/// <summary>The words beside the sparkline, which has none itself.</summary>
internal static class PictureWording
{
    /// <summary>What the picture shows, for who does not see it.</summary>
    public static string Text(SparklineScale scale)
    {
        var leader = scale.Paths[0];
        var others = scale.Paths.Count switch
        {
            1 => "",
            2 => ", with one other member",
            _ => string.Create(CultureInfo.InvariantCulture, $", with {scale.Paths.Count - 1} other members"),
        };
        return $"Line picture: {leader.Symbol} {MailWording.Move(leader.Points[^1].Percent)} against the previous close at "
            + $"{At(leader.Points[^1].Minute, "HH:mm")}{others}.";
    }

    /// <summary>How to read the picture.</summary>
    public static string Caption(SparklineScale scale)
    {
        var others = scale.Paths.Count switch
        {
            1 => "",
            2 => ", thin: one other member",
            _ => string.Create(CultureInfo.InvariantCulture, $", thin: {scale.Paths.Count - 1} other members"),
        };
        return $"Percent against the previous close, {Span(scale)}. Bold: {scale.Paths[0].Symbol}{others}, dashed: no change. "
            + $"Scale: {MailWording.Move(scale.Top)} to {MailWording.Move(scale.Bottom)}.";
    }

    private static string Span(SparklineScale scale)
    {
        var (first, last) = (scale.Minutes[0], scale.Minutes[^1]);
        var sameDay = At(first, "yyyyMMdd") == At(last, "yyyyMMdd");
        var from = At(first, sameDay ? "HH:mm" : "ddd d MMM HH:mm").Replace(" ET", "", StringComparison.Ordinal);
        return first == last ? $"at {At(last, "HH:mm")}" : $"{from} to {At(last, sameDay ? "HH:mm" : "ddd d MMM HH:mm")}";
    }

    private static string At(int minute, string format) => MailTimes.Market(DateTimeOffset.UnixEpoch.AddMinutes(minute), format);
}
