using System.Text;

namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>Writes a picture as base64 in lines (RFC 2045, 6.8).</summary>
internal static class EncodedPicture
{
    private const int BytesInLine = 57;

    /// <summary>The lines, of 76 letters each, as bytes.</summary>
    public static byte[] Encode(byte[] picture) =>
        Encoding.ASCII.GetBytes(string.Concat(picture.Chunk(BytesInLine).Select(line => Convert.ToBase64String(line) + "\n")));
}
