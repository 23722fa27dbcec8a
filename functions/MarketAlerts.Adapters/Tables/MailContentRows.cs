using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What mails tell of their incidents, stored once a bucket however many mails tell it, under its hash.</summary>
internal sealed class MailContentRows
{
    private const int MostRemembered = 1_000;

    private readonly ConditionalWeakTable<MailContent, string> _hashes = [];
    private readonly ConcurrentDictionary<(string Bucket, string Hash), MailContent> _known = new();

    /// <summary>The hash of a content.</summary>
    public string HashOf(MailContent content) =>
        _hashes.GetValue(content, added => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(StoredJson.Write(added)))));

    /// <summary>The rows of the contents that a bucket is not known to have.</summary>
    public IEnumerable<TableEntity> NewIn(string bucket, IEnumerable<MailContent> contents)
    {
        foreach (var content in contents.DistinctBy(HashOf).Where(content => !_known.ContainsKey((bucket, HashOf(content)))))
        {
            var row = new TableEntity(bucket, TableKeys.ContentOf(HashOf(content)));
            row.SetDocument(content);
            yield return row;
        }
    }

    /// <summary>Notes that a bucket has some contents.</summary>
    public void Note(string bucket, IEnumerable<MailContent> contents)
    {
        if (_known.Count > MostRemembered)
        {
            _known.Clear();
        }

        foreach (var content in contents)
        {
            _known[(bucket, HashOf(content))] = content;
        }
    }

    public async Task<MailContent> ReadAsync(TableClient table, string bucket, string hash, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((bucket, hash), out var known))
        {
            return known;
        }

        var row = await table.GetEntityAsync<TableEntity>(bucket, TableKeys.ContentOf(hash), cancellationToken: cancellationToken);
        var content = row.Value.GetDocument<MailContent>();
        _hashes.AddOrUpdate(content, hash);
        Note(bucket, [content]);
        return content;
    }
}
