namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>The word by which an address names an action, such as <c>do=pause</c>.</summary>
public static class LinkWords
{
    /// <summary>The word of a purpose; null for unsubscribing, which has a page of its own.</summary>
    public static string? WordOf(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Pause => "pause",
            LinkPurpose.OnlySevere => "severe",
            LinkPurpose.ChangeThreshold => "trigger",
            LinkPurpose.Useful => "useful",
            LinkPurpose.Noise => "noise",
            LinkPurpose.Why => "why",
            LinkPurpose.Resume => "resume",
            LinkPurpose.EndLinks => "links",
            _ => null,
        };
}
