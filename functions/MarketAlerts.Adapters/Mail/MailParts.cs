using System.Text.RegularExpressions;
using MimeKit;

namespace MarketAlerts.Adapters.Mail;

/// <summary>A message taken apart, for providers that want its pieces instead of its bytes.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="To">The subscriber's address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text part.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Headers">The headers that a provider does not make itself, in order.</param>
/// <param name="Pictures">The files in it.</param>
internal sealed partial record MailParts(
    string From,
    string FromName,
    string To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    IReadOnlyList<MailPicture> Pictures
)
{
    private static readonly HeaderId[] Made = [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MimeVersion];

    public static MailParts Split(MimeMessage message)
    {
        var from = message.From.Mailboxes.Single();
        return new MailParts(
            from.Address,
            from.Name ?? "",
            message.To.Mailboxes.Single().Address,
            message.Subject ?? "",
            message.TextBody ?? "",
            message.HtmlBody ?? "",
            [
                .. message
                    .Headers.Where(IsOurs)
                    .Select(header => KeyValuePair.Create(NameOf(header), Folds().Replace(header.Value, " ").Trim())),
            ],
            [.. message.BodyParts.OfType<MimePart>().Where(part => part is not TextPart).Select(PictureOf)]
        );
    }

    private static bool IsOurs(Header header) =>
        !Made.Contains(header.Id) && !header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(Header header) => header.Id is HeaderId.MessageId ? "Message-ID" : header.Field;

    private static MailPicture PictureOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return new MailPicture(
            part.FileName ?? "attachment",
            part.ContentType.MimeType,
            part.ContentId,
            Convert.ToBase64String(bytes.ToArray())
        );
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Folds();
}

/// <summary>A file within a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What it is, such as <c>image/png</c>.</param>
/// <param name="ContentId">How the HTML names it, without brackets, or null for one that is only attached.</param>
/// <param name="Base64">Its bytes.</param>
internal sealed record MailPicture(string Name, string ContentType, string? ContentId, string Base64);
