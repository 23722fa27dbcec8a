using System.Globalization;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels.Webhooks;

/// <summary>What follows from the status that a webhook or a chat answers with.</summary>
public static class WebhookAnswers
{
    /// <summary>The answer, with the other side's words still as they are in <see cref="SendResult.Said"/>.</summary>
    public static SendResult ResultOf(HttpAnswer answer) =>
        ResultOf(answer, answer.Status.ToString(CultureInfo.InvariantCulture)) with
        {
            Said = answer.Words,
        };

    private static SendResult ResultOf(HttpAnswer answer, string detail) =>
        answer.Status switch
        {
            >= 200 and < 300 => new SendResult(SendOutcome.Sent, detail),
            >= 300 and < 400 => Rejected(SendFault.Address, $"{detail} redirects, which is not followed."),
            401 or 403 or 404 or 405 or 410 => Rejected(SendFault.Address, detail),
            408 or 425 or 429 or >= 500 => new SendResult(SendOutcome.RetryAfter, detail, WaitTimes.Capped(answer.RetryAfter)),
            _ => Rejected(SendFault.Message, detail),
        };

    private static SendResult Rejected(SendFault fault, string detail) => new(SendOutcome.Rejected, detail) { Fault = fault };
}
