using MarketAlerts.Core.Deliveries;
using static MarketAlerts.Core.Deliveries.SendFault;
using static MarketAlerts.Core.Deliveries.SendOutcome;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

/// <summary>The table of docs/channels.md: what follows from each status.</summary>
internal static class WebhookAnswerCases
{
    public static (int[] Statuses, SendOutcome Outcome, SendFault Fault)[] All { get; } =
    [
        ([200, 201, 202, 204], Sent, None),
        ([301, 302, 303, 307, 308], Rejected, Address),
        ([400, 409, 413, 415, 422], Rejected, Message),
        ([401, 403, 404, 405, 410], Rejected, Address),
        ([408, 425, 429], RetryAfter, None),
        ([500, 502, 503, 504, 507], RetryAfter, None),
    ];
}
