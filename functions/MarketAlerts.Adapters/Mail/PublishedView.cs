namespace MarketAlerts.Adapters.Mail;

/// <summary>The panel of what was published, as text that is ready to be shown.</summary>
/// <param name="Groups">The stories by when they came out, seen from the move.</param>
/// <param name="NoCatalyst">That nothing was found since the close before, or null.</param>
/// <param name="Footnote">What the panel says and what not.</param>
public sealed record PublishedView(IReadOnlyList<PublishedGroupView> Groups, string? NoCatalyst, string Footnote);

/// <summary>The stories that came out at one stage of the move.</summary>
/// <param name="Title">The stage.</param>
/// <param name="Lines">The stories.</param>
public sealed record PublishedGroupView(string Title, IReadOnlyList<PublishedLineView> Lines);

/// <summary>One story of the panel.</summary>
/// <param name="When">When it came out, in market time.</param>
/// <param name="Title">Its headline.</param>
/// <param name="By">Who has it.</param>
/// <param name="Link">Where to read it, or null.</param>
/// <param name="Host">The host that the link leads to, or null.</param>
/// <param name="Note">That it was changed or taken back, and what it says of the move; or null.</param>
public sealed record PublishedLineView(string When, string Title, string By, string? Link, string? Host, string? Note);
