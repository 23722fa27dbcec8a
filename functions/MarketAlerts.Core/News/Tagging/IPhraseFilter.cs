namespace MarketAlerts.Core.News.Tagging;

/// <summary>Decides whether a phrase counts where it stands.</summary>
public interface IPhraseFilter
{
    /// <summary>Whether it counts; if not, a shorter phrase that begins at the same word is tried.</summary>
    bool Takes(in PhraseHit hit);
}
