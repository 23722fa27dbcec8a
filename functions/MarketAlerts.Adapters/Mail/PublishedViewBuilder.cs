using System.Globalization;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Mail;

/// <summary>Turns the panel of what was published into the text that the templates show. Pure.</summary>
internal static class PublishedViewBuilder
{
    /// <summary>The view of a content's panel, or null when it has none.</summary>
    public static PublishedView? Build(MailContent content)
    {
        if (content.Published is not { } panel)
        {
            return null;
        }

        var groups = panel
            .Lines.GroupBy(line => TitleOf(line.When, content.IsNews))
            .Select(group => new PublishedGroupView(group.Key, [.. group.Select(LineOf)]));
        var feeds = panel.Feeds is 1 ? "1 feed" : $"{panel.Feeds.ToString(CultureInfo.InvariantCulture)} feeds";
        var more = panel.More is 0 ? "" : $"{panel.More.ToString(CultureInfo.InvariantCulture)} more since the close before. ";
        return new PublishedView(
            [.. groups],
            panel.HasNoCatalyst && !content.IsNews ? $"No clear catalyst found in {feeds}." : null,
            content.IsNews ? more.TrimEnd() : $"{more}Timing only, from {feeds}: what came out when, not what moved the price."
        );
    }

    private static string TitleOf(PublishedWhen when, bool isNews) =>
        when switch
        {
            PublishedWhen.DaysBefore => "Days before",
            _ when isNews => "Since the close before",
            PublishedWhen.Before => "Before the move",
            PublishedWhen.During => "While it was on",
            _ => "Afterwards",
        };

    private static PublishedLineView LineOf(PublishedLine line) =>
        new(
            WhenOf(line),
            SafeText.Clean(line.Title),
            line.Sources > 1
                ? $"{SafeText.Clean(line.Source)} and {(line.Sources - 1).ToString(CultureInfo.InvariantCulture)} more"
                : SafeText.Clean(line.Source),
            LinkOf(line)?.AbsoluteUri,
            LinkOf(line)?.IdnHost,
            NoteOf(line)
        );

    private static Uri? LinkOf(PublishedLine line) =>
        Uri.TryCreate(line.Link, UriKind.Absolute, out var link) && WebAddress.IsUsable(link) ? link : null;

    private static string WhenOf(PublishedLine line)
    {
        var days =
            line.When is PublishedWhen.DaysBefore
                ? line.DaysBefore is 1
                    ? ", the day before"
                    : $", {line.DaysBefore.ToString(CultureInfo.InvariantCulture)} days before"
                : "";
        var time =
            line.Precision is TimePrecision.Day ? MailTimes.Day(line.Time)
            : line.When is PublishedWhen.DaysBefore ? MailTimes.Market(line.Time, "ddd d MMM HH:mm")
            : MailTimes.Market(line.Time, "ddd HH:mm");
        return (
                line.IsFirstSeen ? "seen "
                : line.Precision is TimePrecision.AtTheLatest ? "by "
                : ""
            )
            + time
            + days;
    }

    private static string? NoteOf(PublishedLine line)
    {
        var changed = line.ChangedAt is { } at ? $"{WordOf(line.Status)} {MailTimes.Market(at, "ddd HH:mm")}" : null;
        var says = line.Claim is { } claim ? $"it says of {SafeText.Clean(claim)}" : null;
        return changed is null ? says
            : says is null ? changed
            : $"{changed}; {says}";
    }

    private static string WordOf(StoryStatus status) =>
        status switch
        {
            StoryStatus.Retracted => "RETRACTED, seen",
            StoryStatus.Corrected => "CORRECTED, seen",
            _ => "headline changed, seen",
        };
}

/// <summary>The panel of what was published, as text that is ready to be shown.</summary>
/// <param name="Groups">The stories by when they came out, seen from the move.</param>
/// <param name="NoCatalyst">That nothing was found since the close before, or null.</param>
/// <param name="Footnote">What the panel says and what not.</param>
internal sealed record PublishedView(IReadOnlyList<PublishedGroupView> Groups, string? NoCatalyst, string Footnote);

/// <summary>The stories that came out at one stage of the move.</summary>
/// <param name="Title">The stage.</param>
/// <param name="Lines">The stories.</param>
internal sealed record PublishedGroupView(string Title, IReadOnlyList<PublishedLineView> Lines);

/// <summary>One story of the panel.</summary>
/// <param name="When">When it came out, in market time.</param>
/// <param name="Title">Its headline.</param>
/// <param name="By">Who has it.</param>
/// <param name="Link">Where to read it, or null.</param>
/// <param name="Host">The host that the link leads to, or null.</param>
/// <param name="Note">That it was changed or taken back, and what it says of the move; or null.</param>
internal sealed record PublishedLineView(string When, string Title, string By, string? Link, string? Host, string? Note);
