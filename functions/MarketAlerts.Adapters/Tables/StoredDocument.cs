using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Keeps a JSON document or bytes in as many properties as it needs: a property holds 64 KiB, an entity here at most 700 KiB.
/// </summary>
internal static class StoredDocument
{
    private const int CharactersPerProperty = 30_000;
    private const int BytesPerProperty = 60_000;
    private const int MostBytes = 700 * 1024;

    public static void SetDocument<T>(this TableEntity entity, T document) => entity.SetJson(StoredJson.Write(document));

    public static T GetDocument<T>(this TableEntity entity) => StoredJson.Read<T>(entity.GetJson());

    public static void SetJson(this TableEntity entity, string text)
    {
        Refuse(entity, 2L * text.Length);
        for (var part = 0; part * CharactersPerProperty < text.Length; part++)
        {
            var start = part * CharactersPerProperty;
            entity[Name("doc", part)] = text.Substring(start, Math.Min(CharactersPerProperty, text.Length - start));
        }
    }

    public static string GetJson(this TableEntity entity)
    {
        var parts = new List<string>();
        while (entity.GetString(Name("doc", parts.Count)) is { } text)
        {
            parts.Add(text);
        }

        return parts.Count is 1 ? parts[0] : string.Concat(parts);
    }

    public static void SetBytes(this TableEntity entity, string name, byte[] bytes)
    {
        Refuse(entity, bytes.Length);
        var parts = bytes.Chunk(BytesPerProperty).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            entity[Name(name, part)] = parts[part];
        }
    }

    public static byte[] GetBytes(this TableEntity entity, string name)
    {
        using var bytes = new MemoryStream();
        for (var part = 0; entity.GetBinary(Name(name, part)) is { } next; part++)
        {
            bytes.Write(next);
        }

        return bytes.ToArray();
    }

    private static string Name(string name, int part) => string.Create(CultureInfo.InvariantCulture, $"{name}{part}");

    private static void Refuse(TableEntity entity, long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new InvalidOperationException(
                $"Row {entity.PartitionKey}/{entity.RowKey} would take {bytes} bytes; at most {MostBytes} fit."
            );
        }
    }
}
