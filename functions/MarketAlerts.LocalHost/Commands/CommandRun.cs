namespace MarketAlerts.LocalHost.Commands;

/// <summary>What every command runs with.</summary>
/// <param name="Settings">Settings as arguments; they stand over the environment.</param>
/// <param name="Says">Where a command says what it did.</param>
public sealed record CommandRun(string[] Settings, TextWriter Says);
