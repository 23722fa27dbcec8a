using System.Text;
using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits.Alpaca;

/// <summary>
/// Reads a page of <c>/v1/corporate-actions</c>: forward and reverse splits. A row that makes no sense is skipped; other actions and
/// unknown keys are.
/// </summary>
internal static class AlpacaSplitParser
{
    private static readonly SplitNames Names = new([.. "symbol"u8], [.. "ex_date"u8], [.. "old_rate"u8], [.. "new_rate"u8]);

    /// <summary>The page's splits and the path of the next page.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    public static (IReadOnlyList<ShareSplit> Splits, string? Next) Parse(ReadOnlySpan<byte> body, string path)
    {
        var (splits, token, hasActions) = (new List<ShareSplit>(), "", false);
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The corporate actions are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("corporate_actions"u8))
            {
                hasActions = ReadActions(ref reader, splits);
            }
            else if (name.SequenceEqual("next_page_token"u8))
            {
                token = Encoding.UTF8.GetString(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        return hasActions
            ? (splits, token is "" ? null : $"{path}&page_token={Uri.EscapeDataString(token)}")
            : throw new JsonException("There are no corporate actions.");
    }

    private static bool ReadActions(ref Utf8JsonReader reader, List<ShareSplit> splits)
    {
        if (!reader.TryEnterObject())
        {
            return false;
        }

        while (reader.NextName(out var kind))
        {
            if (kind.SequenceEqual("forward_splits"u8) || kind.SequenceEqual("reverse_splits"u8))
            {
                for (var isList = reader.TryEnterList(); isList && reader.NextElement(); )
                {
                    splits.AddRange(reader.TryEnterObject() && SplitFields.ReadSplit(ref reader, Names) is { } split ? [split] : []);
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return true;
    }
}
