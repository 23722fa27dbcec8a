using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MarketAlerts.Functions.Pages;

/// <summary>
/// Reads the small forms of the pages and the one-click bodies of RFC 8058, which come in either encoding. It reads no more than it must.
/// </summary>
internal static class PageForm
{
    private const int MostBytes = 8 * 1024;
    private const int MostFields = 16;

    /// <summary>The fields of a request; a status to refuse with when the body is too long, or no form.</summary>
    public static async Task<FormParser> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return FormParser.Refused(StatusCodes.Status413PayloadTooLarge);
        }

        using var body = new MemoryStream();
        var buffer = new byte[MostBytes + 1];
        while (body.Length <= MostBytes && await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            body.Write(buffer, 0, read);
        }

        return body.Length switch
        {
            > MostBytes => FormParser.Refused(StatusCodes.Status413PayloadTooLarge),
            0 => new FormParser(FormCollection.Empty, null),
            _ when !request.HasFormContentType => FormParser.Refused(StatusCodes.Status415UnsupportedMediaType),
            _ => await ParseAsync(request, body, cancellationToken),
        };
    }

    private static async Task<FormParser> ParseAsync(HttpRequest request, MemoryStream body, CancellationToken cancellationToken)
    {
        body.Position = 0;
        request.Body = body;
        try
        {
            var options = new FormOptions
            {
                ValueCountLimit = MostFields,
                MultipartHeadersLengthLimit = MostBytes,
                MultipartBodyLengthLimit = MostBytes,
            };
            return new FormParser(await new FormFeature(request, options).ReadFormAsync(cancellationToken), null);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return FormParser.Refused(StatusCodes.Status400BadRequest);
        }
    }
}

/// <summary>What somebody sent.</summary>
/// <param name="Fields">The fields; empty when there was nothing to read.</param>
/// <param name="Refusal">The HTTP status of a refusal, or null.</param>
internal sealed record FormParser(IFormCollection Fields, int? Refusal)
{
    public static FormParser Refused(int status) => new(FormCollection.Empty, status);
}
