namespace MarketAlerts.Adapters.Mail;

/// <summary>The panel of what was published, as text that is ready to be shown.</summary>
/// <param name="Groups">The contents by when they came out, seen from the move.</param>
/// <param name="NoCatalyst">That nothing was found since the close before, or null.</param>
/// <param name="Footnote">What the panel says and what not.</param>
public sealed record PublishedView(IReadOnlyList<PublishedGroupView> Groups, string? NoCatalyst, string Footnote);
