namespace MarketAlerts.Core.News.Tagging;

/// <summary>Every phrase counts wherever it stands.</summary>
public readonly struct EveryPhrase : IPhraseFilter
{
    /// <inheritdoc/>
    public bool Takes(in PhraseHit hit) => true;
}
