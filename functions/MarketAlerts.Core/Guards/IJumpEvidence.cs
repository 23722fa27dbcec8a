using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Guards;

/// <summary>What else a poll knows that may confirm a jump or a severe move; asked only when there is one.</summary>
public interface IJumpEvidence
{
    /// <summary>Whether enough of a symbol's peers stepped the same way in the same poll.</summary>
    /// <param name="row">The symbol.</param>
    /// <param name="step">Its step, in percent.</param>
    bool PeersAgree(int row, double step);

    /// <summary>What a second source says of the symbol, or null when none was asked or it does not know.</summary>
    Quote? SecondOpinion(int row);

    /// <summary>Whether a second source was asked about the symbol, whatever it said.</summary>
    bool WasAsked(int row);
}
