using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Mail.Pieces;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Wording;
using MimeKit;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// Makes the message that goes over the wire. The same mail gives the same message, boundaries included. What the subscribers of one
/// content share is made once and kept as long as the content is; used by many mails at the same time.
/// </summary>
/// <param name="sender">In whose name.</param>
/// <param name="templates">What it looks like.</param>
public sealed class MailRenderer(SenderOptions sender, MailTemplates templates)
{
    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false };

    private readonly ConditionalWeakTable<MailContent, MailContentForm> _contents = [];
    private readonly Header[] _headers = HeadersOfAll(sender);

    /// <summary>Builds the message.</summary>
    /// <exception cref="FormatException">The address or the thread's ids cannot be written in a header.</exception>
    public MimeMessage BuildMessage(AlertMail mail)
    {
        var message = new MimeMessage(_headers.Select(header => header.Clone()));
        AddRecipient(message, mail.To.Address);
        message.Subject = SafeText.Clean(mail.Subject);
        message.Date = mail.Clock.Sent;
        AddThread(message, mail.Thread);
        message.Headers.Add("List-Unsubscribe", $"<{SafeText.Clean(mail.Links.Unsubscribe)}>");
        message.Headers.Add("X-MarketAlerts-Incident", SafeText.Clean(mail.Content.IncidentId));
        message.Body = Body(mail);
        return message;
    }

    private static Header[] HeadersOfAll(SenderOptions sender)
    {
        using var message = new MimeMessage([
            new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new Header("Auto-Submitted", "auto-generated"),
        ]);
        message.From.Add(new MailboxAddress(sender.FromName, sender.From));
        return [.. message.Headers];
    }

    private static void AddRecipient(MimeMessage message, string email)
    {
        if (email.Any(char.IsControl) || !MailboxAddress.TryParse(Strict, email, out var address))
        {
            throw new FormatException("The address cannot be read.");
        }

        if (!Ascii.IsValid(address.Address))
        {
            message.To.Add(new MailboxAddress("", address.Address));
            return;
        }

        // With brackets, which MimeKit leaves out of its own accord: without them filters take a mail with a picture for spam
        // (TO_NO_BRKTS_HTML_IMG).
        var header = new Header(HeaderId.To, address.Address);
        header.SetRawValue(Encoding.ASCII.GetBytes($" <{address.Address}>\n"));
        message.Headers.Add(header);
    }

    private static void AddThread(MimeMessage message, MailThread thread)
    {
        message.MessageId = Bare(thread.MessageId);
        if (thread.References.Count is 0)
        {
            return;
        }

        message.InReplyTo = Bare(thread.References[^1]);
        foreach (var reference in thread.References)
        {
            message.References.Add(Bare(reference));
        }
    }

    private static string Bare(string messageId)
    {
        var bare = messageId.Trim().TrimStart('<').TrimEnd('>');
        return bare.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            ? throw new FormatException("The Message-ID cannot be read.")
            : bare;
    }

    private MultipartAlternative Body(AlertMail mail)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Thread.MessageId)))[..24];
        var shared = _contents.GetValue(mail.Content, key => new MailContentForm(key, templates, sender.Domain));
        var texts = SubscriberTexts.Write(mail);
        var form = shared.FormFor(texts);
        var html = Part("html", form.Html.Fill(texts));
        var body = new MultipartAlternative { Part("plain", form.Text.Fill(texts)) };
        body.ContentType.Boundary = $"alternative-{mark}";
        body.Add(shared.Picture is { } picture ? WithPicture(html, picture, shared.PictureId!, mark) : html);
        return body;
    }

    private static TextPart Part(string subtype, Stream quotedPrintable)
    {
        var part = new TextPart(subtype)
        {
            Content = new MimeContent(quotedPrintable, ContentEncoding.QuotedPrintable),
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
        part.ContentType.Charset = "utf-8";
        return part;
    }

    private static MultipartRelated WithPicture(TextPart html, byte[] picture, string pictureId, string mark)
    {
        var image = new MimePart("image", "png")
        {
            Content = new MimeContent(new MemoryStream(picture, writable: false), ContentEncoding.Base64),
            ContentId = pictureId,
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "paths.png" },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        var related = new MultipartRelated { html, image };
        related.ContentType.Boundary = $"related-{mark}";
        return related;
    }
}
