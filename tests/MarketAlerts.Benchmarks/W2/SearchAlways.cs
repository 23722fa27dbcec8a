namespace MarketAlerts.Benchmarks.W2;

/// <summary>Sorted levels with a binary search for every value that went beyond its extreme.</summary>
/// <param name="book">The rules.</param>
/// <param name="minute">The poll.</param>
internal sealed class SearchAlways(RuleRegistration book, Minute minute) : MatchingContender(book, minute)
{
    public override string Name => "sorted levels, binary search always";

    protected override void Match()
    {
        for (var stream = 0; stream < Minute.Now.Length; stream++)
        {
            if (Minute.Now[stream] > Minute.Before[stream])
            {
                TellRange(stream);
            }
        }
    }
}
