namespace MarketAlerts.Core.News;

/// <summary>What became of a story since it was first seen. Stored by name.</summary>
public enum StoryStatus
{
    /// <summary>It reads as it first did.</summary>
    AsPublished,

    /// <summary>Its publisher changed the headline.</summary>
    Updated,

    /// <summary>Its publisher corrected it and says so.</summary>
    Corrected,

    /// <summary>Its publisher took it back and says so.</summary>
    Retracted,
}
