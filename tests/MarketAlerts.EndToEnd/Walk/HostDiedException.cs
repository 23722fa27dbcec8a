namespace MarketAlerts.EndToEnd.Walk;

/// <summary>The host is dead: nothing that it would do from here on happens.</summary>
internal sealed class HostDiedException() : Exception("The host died here.");
