using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Splits.Massive;

/// <summary>Reads a page of <c>/v3/reference/splits</c>. A row that makes no sense is skipped; unknown keys are.</summary>
internal static class MassiveSplitParser
{
    private static readonly SplitNames Names = new([.. "ticker"u8], [.. "execution_date"u8], [.. "split_from"u8], [.. "split_to"u8]);

    /// <summary>The page's splits and the path of the next page, which must be on the same server.</summary>
    /// <exception cref="JsonException">It is not what is documented.</exception>
    /// <exception cref="FetchException">It says no, or leads elsewhere.</exception>
    public static (IReadOnlyList<ShareSplit> Splits, string? Next) Parse(ReadOnlySpan<byte> body, Uri server)
    {
        var (status, reason, next) = ("", "", "");
        List<ShareSplit>? splits = null;
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (!reader.TryEnterObject())
        {
            throw new JsonException("The splits are no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("results"u8))
            {
                splits = ReadSplits(ref reader);
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = ProviderText.Clean(reader.Text());
            }
            else if (name.SequenceEqual("error"u8) || name.SequenceEqual("message"u8))
            {
                reason = ProviderText.Clean(reader.Text());
            }
            else if (name.SequenceEqual("next_url"u8))
            {
                next = Encoding.UTF8.GetString(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        Check(status, reason, splits is not null);
        return (splits ?? [], next is "" ? null : PathOn(server, next));
    }

    private static List<ShareSplit> ReadSplits(ref Utf8JsonReader reader)
    {
        var splits = new List<ShareSplit>();
        if (reader.TryEnterList())
        {
            while (reader.NextElement())
            {
                splits.AddRange(reader.TryEnterObject() && SplitFields.ReadSplit(ref reader, Names) is { } split ? [split] : []);
            }
        }

        return splits;
    }

    /// <summary>A list without rows may lack <c>results</c>.</summary>
    private static void Check(string status, string reason, bool hasResults)
    {
        MassiveStatus.Check(status, reason);
        if (status is "" && !hasResults)
        {
            throw new FetchException(FetchFault.Malformed, "Massive's answer has no list of splits.");
        }
    }

    /// <summary>The key goes along, so another server is not asked.</summary>
    private static string PathOn(Uri server, string next) =>
        Uri.TryCreate(next, UriKind.Absolute, out var address) && WebAddress.IsOn(server, address)
            ? address.PathAndQuery
            : throw new FetchException(FetchFault.Forbidden, "Massive's next page of splits is on another server.");
}
