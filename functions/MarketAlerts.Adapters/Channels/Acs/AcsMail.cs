using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Mail;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>Writes a mail as Azure Communication Services wants it.</summary>
internal static class AcsMail
{
    /// <summary>
    /// With it Azure refuses a Message-ID that it has seen before; without it, it would send the mail again under another one.
    /// </summary>
    private const string RefuseDouble = "x-ms-acsemail-validate-message-id";

    /// <summary>The operation's id: the same for the same mail, so that a mail sent again finds its first operation.</summary>
    public static Guid IdOf(string messageId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(messageId));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // Version 8 of RFC 9562: made by a rule of one's own.
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    public static byte[] Write(MailParts mail)
    {
        var headers = new JObject(mail.Headers.Select(header => new JProperty(header.Key, header.Value))) { [RefuseDouble] = "true" };
        var document = new JObject
        {
            ["senderAddress"] = mail.From,
            ["headers"] = headers,
            ["recipients"] = new JObject { ["to"] = new JArray(new JObject { ["address"] = mail.To }) },
            ["content"] = new JObject
            {
                ["subject"] = mail.Subject,
                ["plainText"] = mail.Text,
                ["html"] = mail.Html,
            },
            ["attachments"] = new JArray(mail.Pictures.Select(Attachment)),
            ["userEngagementTrackingDisabled"] = true,
        };
        return Encoding.UTF8.GetBytes(document.ToString(Formatting.None));
    }

    private static JObject Attachment(MailPicture picture)
    {
        var attachment = new JObject
        {
            ["name"] = picture.Name,
            ["contentType"] = picture.ContentType,
            ["contentInBase64"] = picture.Base64,
        };
        if (picture.ContentId is { } id)
        {
            attachment["contentId"] = id;
        }

        return attachment;
    }
}
