namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>Whether somebody may come in by a link.</summary>
/// <param name="State">Whether the link works.</param>
/// <param name="Visit">Who comes for what; null unless it works.</param>
public sealed record VerifiedLink(LinkState State, LinkVisit? Visit);
