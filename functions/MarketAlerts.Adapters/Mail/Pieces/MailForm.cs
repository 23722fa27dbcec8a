namespace MarketAlerts.Adapters.Mail.Pieces;

/// <summary>The two parts of a mail, ready but for what is the subscriber's own.</summary>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part.</param>
internal sealed record MailForm(EncodedPieces Html, EncodedPieces Text);
