using System.Text;
using MarketAlerts.Adapters.Mail;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Channels.SendGrid;

/// <summary>
/// Writes a mail as SendGrid's <c>mail/send</c> wants it. Links and openings are not tracked: a tracked link is another link.
/// </summary>
internal static class SendGridMail
{
    public static byte[] Write(MailParts mail)
    {
        var document = new JObject
        {
            ["personalizations"] = new JArray(new JObject { ["to"] = new JArray(new JObject { ["email"] = mail.To }) }),
            ["from"] = new JObject { ["email"] = mail.From, ["name"] = mail.FromName },
            ["subject"] = mail.Subject,
            ["content"] = new JArray(Part("text/plain", mail.Text), Part("text/html", mail.Html)), // In this order, or it is refused.
            ["headers"] = new JObject(mail.Headers.Select(header => new JProperty(header.Key, header.Value))),
            ["tracking_settings"] = new JObject
            {
                ["click_tracking"] = Off(),
                ["open_tracking"] = Off(),
                ["subscription_tracking"] = Off(),
            },
        };
        if (mail.Pictures.Count > 0)
        {
            document["attachments"] = new JArray(mail.Pictures.Select(Attachment));
        }

        return Encoding.UTF8.GetBytes(document.ToString(Formatting.None));
    }

    private static JObject Part(string type, string value) => new() { ["type"] = type, ["value"] = value };

    private static JObject Off() => new() { ["enable"] = false };

    private static JObject Attachment(MailPicture picture)
    {
        var attachment = new JObject
        {
            ["content"] = picture.Base64,
            ["type"] = picture.ContentType,
            ["filename"] = picture.Name,
        };
        if (picture.ContentId is { } id)
        {
            attachment["disposition"] = "inline";
            attachment["content_id"] = id;
        }

        return attachment;
    }
}
