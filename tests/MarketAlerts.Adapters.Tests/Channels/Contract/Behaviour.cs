namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>What the other side does with a message.</summary>
internal enum Behaviour
{
    Accepts,
    IsBusy,
    IsDown,
    RefusesTheMessage,
    KnowsNoSuchAddress,
    RefusesUs,
    IsSilent,
    HangsUp,
    RepeatsSecrets,
}
