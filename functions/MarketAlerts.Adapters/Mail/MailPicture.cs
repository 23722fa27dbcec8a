namespace MarketAlerts.Adapters.Mail;

/// <summary>A file within a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What it is, such as <c>image/png</c>.</param>
/// <param name="ContentId">How the HTML names it, without brackets, or null for one that is only attached.</param>
/// <param name="Base64">Its bytes.</param>
public sealed record MailPicture(string Name, string ContentType, string? ContentId, string Base64);
