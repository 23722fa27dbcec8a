namespace MarketAlerts.Adapters.Mail;

/// <summary>One line of the members table as it is shown.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Price">The price.</param>
/// <param name="VsClose">The move against the previous close.</param>
/// <param name="VsOpen">The move against the open, or <c>n/a</c>.</param>
/// <param name="Since">The move since the first mail, or <c>n/a</c>.</param>
/// <param name="UsualDay">One standard deviation, or <c>n/a</c>.</param>
/// <param name="TimesUsual">The move in usual days, or <c>n/a</c>.</param>
/// <param name="Mark">Its severity in a word and whether it is new; null when there is nothing to say.</param>
/// <param name="Way">Which way it moved against the previous close: down, up or flat.</param>
public sealed record MailRowView(
    string Symbol,
    string Price,
    string VsClose,
    string VsOpen,
    string Since,
    string UsualDay,
    string TimesUsual,
    string? Mark,
    string Way
);
