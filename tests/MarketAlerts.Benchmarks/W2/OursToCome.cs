using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The place of the production level index: built from the book's levels, asked with the extreme before and the value now of each stream. Registered in
/// <see cref="MatchingWorkload"/> once it is filled in; its answer must then equal the bound's.
/// </summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal sealed class OursToCome(RuleBook book, Minute minute) : MatchingContender(book, minute)
{
    public override string Name => "MarketAlerts";

    public override ContenderKind Kind => ContenderKind.Ours;

    protected override void Match() => throw new BenchmarkException("W2 has no MarketAlerts yet.");
}
