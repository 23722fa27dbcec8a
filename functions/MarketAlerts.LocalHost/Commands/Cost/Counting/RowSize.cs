using Azure.Data.Tables;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>What a row takes in a table: 4 bytes, its keys, and for each property 8 bytes, its name and its value; text counts two bytes a character.</summary>
public static class RowSize
{
    private const int Row = 4;
    private const int Property = 8;
    private const int Prefix = 4; // Before text and bytes.
    private const int Number = 8;

    /// <summary>Its bytes.</summary>
    public static long BytesOf(TableEntity row) =>
        Row
        + TextOf(row.PartitionKey + row.RowKey)
        + row.Where(property => property.Key is not ("odata.etag" or "PartitionKey" or "RowKey"))
            .Sum(property => Property + TextOf(property.Key) + ValueOf(property.Value));

    private static long ValueOf(object? value) =>
        value switch
        {
            string text => TextOf(text) + Prefix,
            byte[] bytes => bytes.Length + Prefix,
            BinaryData bytes => bytes.ToMemory().Length + Prefix,
            _ => Number,
        };

    private static long TextOf(string text) => 2L * text.Length;
}
