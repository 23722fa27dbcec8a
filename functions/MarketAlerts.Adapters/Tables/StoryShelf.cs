using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Notifications;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What mails tell of their incidents, stored once a bucket however many mails tell it, under a hash of its content.</summary>
internal sealed class StoryShelf
{
    private const int MostRemembered = 1_000;

    private readonly ConditionalWeakTable<MailStory, string> _hashes = [];
    private readonly ConcurrentDictionary<(string Bucket, string Hash), MailStory> _known = new();

    /// <summary>The hash of a story.</summary>
    public string HashOf(MailStory story) =>
        _hashes.GetValue(story, added => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(StoredJson.Write(added)))));

    /// <summary>The rows of the stories that a bucket is not known to have.</summary>
    public IEnumerable<TableEntity> NewIn(string bucket, IEnumerable<MailStory> stories)
    {
        foreach (var story in stories.DistinctBy(HashOf).Where(story => !_known.ContainsKey((bucket, HashOf(story)))))
        {
            var row = new TableEntity(bucket, TableKeys.StoryOf(HashOf(story)));
            row.SetDocument(story);
            yield return row;
        }
    }

    /// <summary>Notes that a bucket has some stories.</summary>
    public void Note(string bucket, IEnumerable<MailStory> stories)
    {
        if (_known.Count > MostRemembered)
        {
            _known.Clear();
        }

        foreach (var story in stories)
        {
            _known[(bucket, HashOf(story))] = story;
        }
    }

    /// <summary>A stored story.</summary>
    public async Task<MailStory> ReadAsync(TableClient table, string bucket, string hash, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((bucket, hash), out var known))
        {
            return known;
        }

        var row = await table.GetEntityAsync<TableEntity>(bucket, TableKeys.StoryOf(hash), cancellationToken: cancellationToken);
        var story = row.Value.GetDocument<MailStory>();
        _hashes.AddOrUpdate(story, hash);
        Note(bucket, [story]);
        return story;
    }
}
