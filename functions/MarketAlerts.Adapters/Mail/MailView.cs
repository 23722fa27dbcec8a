using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>
/// What a template shows of a content, as text that is ready to be shown; null where there is nothing to show. What is the subscriber's own
/// stands beside it.
/// </summary>
internal sealed record MailView
{
    /// <summary>What a list of mails shows below the subject; null where the subscriber's own texts have it.</summary>
    public string? Preheader { get; init; }

    /// <summary>One sentence that says what happened.</summary>
    public required string Headline { get; init; }

    /// <summary>What puts it into proportion.</summary>
    public string? Context { get; init; }

    /// <summary>The severity, or what the mail is, in a word or two.</summary>
    public required string Badge { get; init; }

    /// <summary>The badge as a style name: severe, notable, good or plain.</summary>
    public required string Tone { get; init; }

    /// <summary>What it is about, which way, and what kind of news.</summary>
    public required string Topic { get; init; }

    /// <summary>The members with all their figures.</summary>
    public required IReadOnlyList<MailRowView> Rows { get; init; }

    /// <summary>Whether the rows say how far each moved since the last mail; then a usual day has no column of its own.</summary>
    public bool HasSince { get; init; }

    /// <summary>The other members, each with its move.</summary>
    public string? MoreMembers { get; init; }

    /// <summary>What was told and what is right instead.</summary>
    public IReadOnlyList<MailRevision> Revisions { get; init; } = [];

    /// <summary>Movers of the wider basket.</summary>
    public string? AlsoMoving { get; init; }

    /// <summary>Who stays out of it.</summary>
    public string? NotMoving { get; init; }

    /// <summary>The Content-ID of the picture.</summary>
    public string? PictureId { get; init; }

    /// <summary>What the picture shows, for who does not see it.</summary>
    public string? PictureText { get; init; }

    /// <summary>How to read the picture.</summary>
    public string? PictureCaption { get; init; }

    public PublishedView? Published { get; init; }

    /// <summary>What the guards looked at.</summary>
    public required IReadOnlyList<string> Checks { get; init; }
}

/// <summary>One line of the members table as it is shown.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Price">The price.</param>
/// <param name="VsClose">The move against the previous close.</param>
/// <param name="VsOpen">The move against the open, or <c>n/a</c>.</param>
/// <param name="Since">The move since the last mail, or <c>n/a</c>.</param>
/// <param name="UsualDay">One standard deviation, or <c>n/a</c>.</param>
/// <param name="TimesUsual">The move in usual days, or <c>n/a</c>.</param>
/// <param name="Mark">Its severity in a word and whether it is new; null when there is nothing to say.</param>
/// <param name="Way">Which way it moved against the previous close: down, up or flat.</param>
internal sealed record MailRowView(
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
