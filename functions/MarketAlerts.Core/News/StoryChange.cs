namespace MarketAlerts.Core.News;

/// <summary>What an article made of a story.</summary>
public enum StoryChange
{
    /// <summary>Nothing: all of it was known.</summary>
    None,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It has another carrier or another headline.</summary>
    Changed,
}
