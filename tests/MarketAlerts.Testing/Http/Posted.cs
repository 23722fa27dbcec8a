using System.Text;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Testing.Http;

/// <summary>A request as the server got it.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record Posted(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Reads a request whole.</summary>
    public static async Task<Posted> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        return new Posted(request.Path + request.QueryString, headers, body.ToArray());
    }
}
