namespace MarketAlerts.Core.Deliveries;

/// <summary>
/// What a subscriber hears of an incident after its first message, beside that it is over or was wrong: that everybody hears who was told.
/// </summary>
public enum Following
{
    /// <summary>Nothing: a <c>once</c> rule ends with its message, and one with <c>and news</c> asks for more than the incident.</summary>
    Nothing,

    /// <summary>That it became more severe, that it is on again, and that members became notable.</summary>
    Changes,

    /// <summary>
    /// Besides how the day ended and how the next one began: it was told through a rule on something notable or severe, or on a basket.
    /// </summary>
    Days,
}
