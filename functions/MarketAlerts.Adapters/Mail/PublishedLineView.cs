namespace MarketAlerts.Adapters.Mail;

/// <summary>One content of the panel.</summary>
/// <param name="When">When it came out, in market time.</param>
/// <param name="Title">Its headline.</param>
/// <param name="By">Who has it.</param>
/// <param name="Link">Where to read it, or null.</param>
/// <param name="Host">The host that the link leads to, or null.</param>
/// <param name="Note">That it was changed or taken back, and what it says of the move; or null.</param>
public sealed record PublishedLineView(string When, string Title, string By, string? Link, string? Host, string? Note);
