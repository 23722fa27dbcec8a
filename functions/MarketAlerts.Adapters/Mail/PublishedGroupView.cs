namespace MarketAlerts.Adapters.Mail;

/// <summary>The contents that came out at one stage of the move.</summary>
/// <param name="Title">The stage.</param>
/// <param name="Lines">The contents.</param>
public sealed record PublishedGroupView(string Title, IReadOnlyList<PublishedLineView> Lines);
