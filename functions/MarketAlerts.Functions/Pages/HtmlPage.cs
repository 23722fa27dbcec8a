namespace MarketAlerts.Functions.Pages;

/// <summary>What a page shows.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What comes below.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record HtmlPage(string Title, Html Body, int Status = 200)
{
    /// <summary>A link that we did not sign, or for something else.</summary>
    public static HtmlPage BrokenLink { get; } = new(
        "This link does not work",
        Html.Of($"<p>It is incomplete or was changed. Use the links in your newest alert.</p>"), 400);

    /// <summary>A link that is over.</summary>
    public static HtmlPage EndedLink { get; } = new(
        "This link does not work any more",
        Html.Of($"<p>It is too old, or links in older mails were turned off. Use the links in your newest alert.</p>"), 410);

    /// <summary>What was sent is no form.</summary>
    public static HtmlPage NoForm(int status) => new(
        "That could not be read",
        Html.Of($"<p>Nothing was changed. Open the link again and press the button.</p>"), status);
}
