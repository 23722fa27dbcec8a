namespace MarketAlerts.EndToEnd;

/// <summary>The tests that share the replays of the founding day.</summary>
[CollectionDefinition(Name)]
public sealed class FoundingDayCollection : ICollectionFixture<FoundingDay>
{
    public const string Name = "founding day";
}
