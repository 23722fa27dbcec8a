using System.Text.Json;
using MarketAlerts.Core.Stages.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Pages;

/// <summary>Answers probes: 200 when the tables can be read, 503 with the parts that cannot; nothing more is told.</summary>
public sealed class HealthAnswer(HealthCheck check)
{
    /// <summary>Answers a request.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await check.CheckAsync().WaitAsync(cancellationToken);
        PageFrame.Protect(request.HttpContext.Response);
        return new ContentResult
        {
            StatusCode = report.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            ContentType = "application/json; charset=utf-8",
            Content = JsonSerializer.Serialize(Document(report)),
        };
    }

    private static Dictionary<string, object> Document(HealthReport report) =>
        new()
        {
            ["status"] = WordOf(report.IsWell),
            ["checkedAt"] = report.CheckedAt.UtcDateTime,
            ["parts"] = report.Parts.ToDictionary(part => part.Name, part => WordOf(part.IsRead)),
        };

    private static string WordOf(bool isWell) => isWell ? "ok" : "fails";
}
