using System.Globalization;
using MarketAlerts.Core.Deliveries;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.SendGrid;

/// <summary>What follows from an answer of SendGrid: <c>{"errors":[{"message":...,"field":...}]}</c>.</summary>
internal static class SendGridAnswers
{
    /// <summary>The answer, with SendGrid's words still as they are in <see cref="SendResult.Said"/>.</summary>
    public static SendResult ResultOf(HttpAnswer answer)
    {
        var (words, field) = ErrorIn(answer.Words);
        return ResultOf(answer, field, answer.Status.ToString(CultureInfo.InvariantCulture)) with { Said = words };
    }

    private static SendResult ResultOf(HttpAnswer answer, string field, string detail) =>
        answer.Status switch
        {
            >= 200 and < 300 => new SendResult(SendOutcome.Sent, detail),
            400 when field.StartsWith("personalizations", StringComparison.Ordinal) && field.Contains(".to.", StringComparison.Ordinal) =>
                new SendResult(SendOutcome.Rejected, detail) { Fault = SendFault.Address },
            400 when field.StartsWith("from", StringComparison.Ordinal) => Ours(detail),
            400 or 413 or 422 => new SendResult(SendOutcome.Rejected, detail) { Fault = SendFault.Message },
            408 or 425 or 429 or >= 500 => new SendResult(SendOutcome.RetryAfter, detail, WaitTimes.Capped(answer.RetryAfter)),
            _ => Ours(detail), // The key, the plan, the address of the service.
        };

    private static SendResult Ours(string detail) =>
        new(SendOutcome.RetryAfter, $"Configuration: {detail}") { Fault = SendFault.Configuration };

    private static (string Words, string Field) ErrorIn(string body)
    {
        try
        {
            var error = JToken.Parse(body).SelectToken("errors[0]");
            return (TextOf(error?.SelectToken("message")) ?? body, TextOf(error?.SelectToken("field")) ?? "");
        }
        catch (JsonException)
        {
            return (body, "");
        }
    }

    private static string? TextOf(JToken? token) => token is JValue { Type: JTokenType.String } value ? (string?)value : null;
}
