namespace MarketAlerts.Core.Stages.Operations;

/// <summary>The dead letters cannot be got at; the message says to an operator what to look at.</summary>
/// <param name="message">What to look at.</param>
/// <param name="cause">What the queue said.</param>
public sealed class DeadLettersException(string message, Exception cause) : Exception(message, cause);
