using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.Functions.Pages;

/// <summary>What a page shows.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What comes below.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record HtmlPage(string Title, Html Body, int Status = 200)
{
    /// <summary>A link that we did not sign, or for something else.</summary>
    public static HtmlPage BrokenLink { get; } =
        new("This link does not work", Html.Encode($"<p>It is incomplete or was changed. Use the links in your newest alert.</p>"), 400);

    /// <summary>A link that is over.</summary>
    public static HtmlPage EndedLink { get; } =
        new(
            "This link does not work any more",
            Html.Encode($"<p>It is too old, or links in older mails were turned off. Use the links in your newest alert.</p>"),
            410
        );

    /// <summary>A link that others may have seen, for something that changes what goes to all addresses.</summary>
    public static HtmlPage OverheardLink { get; } =
        new(
            "This link cannot do that",
            Html.Encode(
                $"<p>It did not come in a mail to an address that alerts go to, so others may have it. Use the links in your newest "
                    + $"mail.</p>"
            ),
            400
        );

    /// <summary>What is shown for a link that does not work.</summary>
    public static HtmlPage Refused(LinkState state) =>
        state switch
        {
            LinkState.Ended => EndedLink,
            LinkState.Overheard => OverheardLink,
            _ => BrokenLink,
        };

    /// <summary>What was sent is no form.</summary>
    public static HtmlPage NoForm(int status) =>
        new("That could not be read", Html.Encode($"<p>Nothing was changed. Open the link again and press the button.</p>"), status);
}
