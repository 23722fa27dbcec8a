namespace MarketAlerts.Core.News.Tagging;

/// <summary>A phrase found in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Phrase">Which one, by its place in the list the trie was made of.</param>
public readonly record struct PhraseHit(int Start, int End, int Phrase);
