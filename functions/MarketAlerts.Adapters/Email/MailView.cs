namespace MarketAlerts.Adapters.Email;

/// <summary>Everything a template shows, as text that is ready to be shown; null where there is nothing to show.</summary>
public sealed record MailView
{
    /// <summary>What a list of mails shows below the subject.</summary>
    public required string Preheader { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>One sentence that says what happened.</summary>
    public required string Headline { get; init; }

    /// <summary>The severity in a word.</summary>
    public required string Severity { get; init; }

    /// <summary>The severity as a style name: severe, notable or plain.</summary>
    public required string Tone { get; init; }

    /// <summary>What it is about, which way, and what kind of news.</summary>
    public required string Topic { get; init; }

    /// <summary>The day and the time of the newest quote.</summary>
    public required string AsOf { get; init; }

    /// <summary>That the news is told late.</summary>
    public string? Late { get; init; }

    /// <summary>What became of the reader's rules.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The members table.</summary>
    public required IReadOnlyList<MailRowView> Rows { get; init; }

    /// <summary>How many members the table leaves out.</summary>
    public string? MoreRows { get; init; }

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

    /// <summary>What was published.</summary>
    public PublishedView? Published { get; init; }

    /// <summary>The reader's rules that fired.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Why this mail was sent, unless the rules say it already.</summary>
    public string? Reason { get; init; }

    /// <summary>What happens next; null where nothing does.</summary>
    public required string? Next { get; init; }

    /// <summary>What the guards looked at.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Quote, seen and sent in market time, and the seconds between; null where no quote is told.</summary>
    public required string? Clock { get; init; }

    /// <summary>The same times in the reader's zone.</summary>
    public string? LocalClock { get; init; }

    /// <summary>How many single alerts were folded into it.</summary>
    public string? Folded { get; init; }

    /// <summary>Opens a page; only its button acts.</summary>
    public required string UnsubscribeUrl { get; init; }
}
