using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Rows of the <c>Subscribers</c> table from what they hold, and back.</summary>
/// <param name="bucketOf">The bucket of a subscriber.</param>
internal sealed class SubscriberRows(Func<SubscriberId, string> bucketOf)
{
    /// <summary>
    /// Marks our own claims, to tell our own success behind a time-out from somebody else's; another flush of this instance is somebody
    /// else, too, so each claim has a number.
    /// </summary>
    private readonly string _claimant = RandomNumberGenerator.GetHexString(16);
    private readonly ConditionalWeakTable<ClaimedMail, string> _claimants = [];
    private int _claims;

    public static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    public static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    public static TableTransactionAction Update(TableEntity row) => new(TableTransactionActionType.UpdateReplace, row, ETag.All);

    public static TableTransactionAction Delete(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);

    public TableEntity Profile(Subscriber subscriber)
    {
        var row = new TableEntity(bucketOf(subscriber.Id), TableKeys.ProfileOf(subscriber.Id));
        row.SetDocument(subscriber);
        return row;
    }

    public static Subscriber Profile(TableEntity row) => row.GetDocument<Subscriber>() with { ETag = row.ETag.ToString() };

    public TableTransactionAction History(SubscriberHistory history)
    {
        var row = new TableEntity(bucketOf(history.Subscriber), TableKeys.ToldTo(history.Subscriber));
        row.SetDocument(history);
        return ConditionalWrites.Write(row, history.ETag);
    }

    public static SubscriberHistory History(TableEntity row) => row.GetDocument<SubscriberHistory>() with { ETag = row.ETag.ToString() };

    /// <summary>Somebody who was told of an incident, so that what becomes of it finds them.</summary>
    public TableEntity Told(SubscriberId subscriber, ToldIncident told) =>
        new(bucketOf(subscriber), TableKeys.ToldOf(told.Incident, subscriber))
        {
            ["subscriber"] = subscriber.Text,
            ["following"] = told.Following.ToString(),
        };

    public static ToldSubscriber Told(TableEntity row) =>
        new(SubscriberId.Parse(row.GetString("subscriber")), Enum.Parse<Following>(row.GetString("following")));

    public TableEntity Wait(Waiting waiting)
    {
        var row = new TableEntity(bucketOf(waiting.Subscriber), TableKeys.WaitOf(waiting))
        {
            ["subscriber"] = waiting.Subscriber.Text,
            ["due"] = waiting.Due,
            ["kind"] = waiting.Kind.ToString(),
            ["reference"] = waiting.Reference,
            ["hold"] = waiting.Hold.ToString(),
        };
        if (waiting.Item is { } item)
        {
            row.SetDocument(item);
        }

        return row;
    }

    public static Waiting Wait(TableEntity row)
    {
        var kind = Enum.Parse<WaitingKind>(row.GetString("kind"));
        return new Waiting(
            SubscriberId.Parse(row.GetString("subscriber")),
            row.GetDateTimeOffset("due")!.Value,
            kind,
            row.GetString("reference")
        )
        {
            Hold = Enum.Parse<DeliveryReason>(row.GetString("hold")),
            Item = kind is WaitingKind.Item ? row.GetDocument<DeliveryItem>() : null,
        };
    }

    public TableEntity Mail(ClaimedMail mail, string contentHash)
    {
        var row = MailHead(mail);
        row["content"] = contentHash;
        row.SetJson(JsonConvert.SerializeObject(mail, Formatting.None, SettingsWith(new MailContentReference(null, contentHash))));
        return row;
    }

    /// <summary>Only what changes when a mail is recorded.</summary>
    public TableEntity MailState(ClaimedMail mail) =>
        new(bucketOf(mail.Subscriber), TableKeys.MailOf(mail.Subscriber, mail.Key))
        {
            ["state"] = mail.State.ToString(),
            ["attempts"] = mail.Attempts,
        };

    /// <summary>A mail without what it says: its state, and whose claim it is.</summary>
    public TableEntity MailHead(ClaimedMail mail)
    {
        var row = MailState(mail);
        row["claimant"] = ClaimantOf(mail);
        return row;
    }

    public static ClaimedMail MailOf(TableEntity row, MailContent content)
    {
        var mail = JsonConvert.DeserializeObject<ClaimedMail>(row.GetJson(), SettingsWith(new MailContentReference(content, null)))!;
        return mail with { State = Enum.Parse<MailState>(row.GetString("state")), Attempts = row.GetInt32("attempts")!.Value };
    }

    public bool IsOurs(TableEntity row, ClaimedMail mail) => row.GetString("claimant") == ClaimantOf(mail);

    /// <summary>
    /// A line of the ledger: each mail leaves two, so what the key says is in it again only where something is searched by it.
    /// </summary>
    public TableEntity Ledger(LedgerEntry entry) =>
        new(bucketOf(entry.Subscriber), TableKeys.LedgerOf(entry))
        {
            ["at"] = entry.At,
            ["reason"] = entry.Reason,
            ["incidents"] = string.Join(' ', entry.Incidents),
        };

    public static LedgerEntry Ledger(TableEntity row)
    {
        var (subscriber, at, decision, subject) = TableKeys.LedgerIn(row.RowKey);
        return new LedgerEntry(subscriber, at, decision, subject, row.GetString("reason"))
        {
            Incidents = row.GetString("incidents").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private string ClaimantOf(ClaimedMail mail) =>
        _claimants.GetValue(mail, _ => string.Create(CultureInfo.InvariantCulture, $"{_claimant}.{Interlocked.Increment(ref _claims)}"));

    private static JsonSerializerSettings SettingsWith(MailContentReference reference) =>
        new(StoredJson.Settings) { Converters = [.. StoredJson.Settings.Converters, reference] };

    /// <summary>What holding something for longer writes.</summary>
    public List<TableTransactionAction> Hold(HeldItem held, LedgerEntry ledger)
    {
        var rows = new List<TableTransactionAction> { Upsert(Ledger(ledger)) };
        if (held.Until != held.Row.Due)
        {
            rows.Add(Delete(Wait(held.Row)));
            rows.AddRange(held.Until is { } later ? [Add(Wait(held.Row with { Due = later, Hold = held.Hold }))] : []);
        }

        return rows;
    }

    /// <summary>A mail as it is recorded: one that was sent keeps what it said only where that is asked for.</summary>
    public TableTransactionAction Recorded(ClaimedMail mail, bool keepSent) =>
        mail.State is Core.Mail.MailState.Sent && !keepSent ? Update(MailHead(mail)) : UpdateState(mail);

    /// <summary>The state of a mail, and nothing of what it says.</summary>
    public TableTransactionAction UpdateState(ClaimedMail mail) => new(TableTransactionActionType.UpdateMerge, MailState(mail), ETag.All);
}

/// <summary>Stands in a stored mail for what it tells of its incident.</summary>
/// <param name="content">The content, when a mail is read.</param>
/// <param name="hash">Its hash, when a mail is written.</param>
internal sealed class MailContentReference(MailContent? content, string? hash) : JsonConverter<MailContent>
{
    public override void WriteJson(JsonWriter writer, MailContent? value, JsonSerializer serializer) => writer.WriteValue(hash);

    public override MailContent ReadJson(
        JsonReader reader,
        Type objectType,
        MailContent? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => content!;
}
