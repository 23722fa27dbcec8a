using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>A dead letter and what became of it.</summary>
/// <param name="View">What may be shown of it.</param>
/// <param name="Reason">What the transport says of it, or null.</param>
/// <param name="Age">How long it has lain there.</param>
/// <param name="IsTooOld">Whether it is left: what it filed is forgotten, so it would be filed for everybody once more.</param>
public sealed record RedrivenLetter(LetterView View, string? Reason, TimeSpan Age, bool IsTooOld);
