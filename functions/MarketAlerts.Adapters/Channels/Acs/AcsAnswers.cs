using System.Globalization;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>What follows from what Azure says.</summary>
internal static class AcsAnswers
{
    /// <summary>
    /// The answer to a mail that Azure does not take, with Azure's words still as they are in <see cref="SendResult.Said"/>.
    /// </summary>
    public static SendResult OfRefusal(AcsAnswer answer) =>
        OfRefusal(answer, answer.Status.ToString(CultureInfo.InvariantCulture)) with
        {
            Said = Said(answer),
        };

    /// <summary>The answer to an operation that came to its end; null while it has not.</summary>
    public static SendResult? OfState(AcsAnswer answer) =>
        answer.State switch
        {
            "Succeeded" => new SendResult(SendOutcome.Sent, "Succeeded"),
            "Failed" => OfCode(answer.Code, "Failed.") with { Said = Said(answer) },
            "Canceled" => new SendResult(SendOutcome.RetryAfter, "Canceled.") { Said = Said(answer) },
            _ => null,
        };

    /// <summary>Whether an answer about an operation says nothing about it, so that asking again makes sense.</summary>
    public static bool IsWorthAsking(AcsAnswer answer) => answer.Status is 0 or 200 or 202 or 408 or 425 or 429 or >= 500;

    private static SendResult OfRefusal(AcsAnswer answer, string detail) =>
        answer.Status switch
        {
            400 or 409 or 413 or 422 => OfCode(answer.Code, detail),
            408 or 425 or 429 or >= 500 => new SendResult(SendOutcome.RetryAfter, detail, WaitTimes.Capped(answer.RetryAfter)),
            _ => Ours(detail), // The key, the role, the resource, the domain that is not linked to it.
        };

    private static SendResult OfCode(string code, string detail) =>
        code switch
        {
            _ when Has(code, "Suppressed") || Has(code, "Recipient") => new SendResult(SendOutcome.Rejected, detail)
            {
                Fault = SendFault.Address,
            },
            _ when Has(code, "Sender") || Has(code, "Domain") || Has(code, "Denied") || Has(code, "Quota") => Ours(detail),
            _ when Has(code, "Internal") || Has(code, "Timeout") || Has(code, "Unavailable") || Has(code, "TooMany") => new SendResult(
                SendOutcome.RetryAfter,
                detail
            ),
            _ => new SendResult(SendOutcome.Rejected, detail) { Fault = SendFault.Message },
        };

    private static bool Has(string code, string part) => code.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static SendResult Ours(string detail) =>
        new(SendOutcome.RetryAfter, $"Configuration: {detail}") { Fault = SendFault.Configuration };

    private static string Said(AcsAnswer answer) => $"{answer.Code} {answer.Words}".Trim();
}
