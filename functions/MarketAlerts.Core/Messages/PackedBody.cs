using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Core.Messages;

/// <summary>
/// A large body on the wire: compressed, since events of one poll look alike, and written as base64. A small one stays as it is.
/// </summary>
internal static class PackedBody
{
    private const int SmallestPacked = 8_000;
    private const int MostUnpacked = 4_000_000;

    /// <summary>What stands in the envelope for a body.</summary>
    public static JToken Pack(string json)
    {
        if (json.Length < SmallestPacked)
        {
            return StoredJson.Read<JToken>(json);
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(json));
        }

        return new JValue(Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length));
    }

    /// <summary>The JSON of what stands in the envelope.</summary>
    /// <exception cref="FormatException">It cannot be unpacked, or is larger than any body.</exception>
    public static string Unpack(JToken body)
    {
        if (body.Type is not JTokenType.String)
        {
            return body.ToString(Newtonsoft.Json.Formatting.None);
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(body.Value<string>()!)), CompressionMode.Decompress);
            using var json = new MemoryStream();
            Span<byte> part = stackalloc byte[4_096];
            while (gzip.Read(part) is > 0 and var read)
            {
                json.Write(part[..read]);
                if (json.Length > MostUnpacked)
                {
                    throw new FormatException("A packed body is too large.");
                }
            }

            return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
        }
        catch (InvalidDataException broken)
        {
            throw new FormatException("A packed body cannot be unpacked.", broken);
        }
    }
}
