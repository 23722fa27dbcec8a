namespace MarketAlerts.Core.News.Tagging;

/// <summary>A word of a text: a run of letters and digits, or an ampersand.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its letters.</param>
/// <param name="Hash">The same for all spellings in small and capital letters; 64 bits, so two different words of all aliases and articles never share one.</param>
public readonly record struct Word(int Start, int Length, ulong Hash)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
