using System.Globalization;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>Prints why a subscriber was or was not told, after a replay.</summary>
/// <param name="explainer">Knows it.</param>
public sealed class WhyCommand(WhyExplainer explainer)
{
    /// <summary>Writes a line for each decision, in market time.</summary>
    public async Task WriteAsync(string email, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = await explainer.ExplainAsync(SubscriberId.FromAddress(email), cancellationToken);
        await output.WriteLineAsync(
            lines.Count is 0
                ? $"Nothing is known of {email} in this scenario: neither a rule nor a decision."
                : $"Why, for {email} (New York time):"
        );
        foreach (var line in lines)
        {
            var at = TimeZoneInfo.ConvertTime(line.At, MarketCalendar.NewYork).ToString("ddd d MMM HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"  {at}  {line.Decision}: {line.Reason}");
        }
    }
}
