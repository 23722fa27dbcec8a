namespace MarketAlerts.Core.News;

/// <summary>How publishers say in a headline that they changed an article.</summary>
internal static class EditWords
{
    private static readonly string[] Retracted = ["retract", "withdraw", "withdrawn", "kill:", "advisory: withdraw"];
    private static readonly string[] Corrected = ["correct"];

    /// <summary>
    /// What a changed headline says of the change: it stands at its beginning, as <c>CORRECTED-</c> or <c>Retraction:</c>, or in brackets
    /// at its end.
    /// </summary>
    public static StoryStatus StatusOf(string title)
    {
        var end = title.LastIndexOfAny(['(', '[']) is > 0 and var bracket ? title[(bracket + 1)..] : "";
        return Says(title, end, Retracted) ? StoryStatus.Retracted
            : Says(title, end, Corrected) ? StoryStatus.Corrected
            : StoryStatus.Updated;
    }

    private static bool Says(string start, string end, string[] words) =>
        Array.Exists(
            words,
            word => start.StartsWith(word, StringComparison.OrdinalIgnoreCase) || end.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        );
}
