using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Guards;

/// <summary>Nobody confirms anything.</summary>
internal sealed class NoEvidence : IJumpEvidence
{
    public static NoEvidence Instance { get; } = new();

    public bool PeersAgree(int row, double step) => false;

    public Quote? SecondOpinion(int row) => null;

    public bool WasAsked(int row) => false;
}
