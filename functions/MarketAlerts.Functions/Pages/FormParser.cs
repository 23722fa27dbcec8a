using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>What somebody sent.</summary>
/// <param name="Fields">The fields; empty when there was nothing to read.</param>
/// <param name="Refusal">The HTTP status of a refusal, or null.</param>
internal sealed record FormParser(IFormCollection Fields, int? Refusal)
{
    public static FormParser Refused(int status) => new(FormCollection.Empty, status);
}
