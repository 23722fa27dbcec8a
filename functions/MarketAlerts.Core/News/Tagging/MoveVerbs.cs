using System.Collections.Frozen;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>The words by which headlines say that a price rises or falls.</summary>
internal static class MoveVerbs
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Signs = Words()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 for a word of rising, -1 for one of falling, 0 for any other.</summary>
    public static int SignOf(ReadOnlySpan<char> word) => Signs.TryGetValue(word, out var sign) ? sign : 0;

    private static FrozenDictionary<string, int> Words() =>
        WordsOf(
                1,
                """
                rise rises rose risen rising jump jumps jumped jumping gain gains gained gaining surge surges surged surging soar soars soared soaring
                climb climbs climbed climbing rally rallies rallied rallying advance advances advanced leap leaps leaped leapt rocket rockets rocketed
                rebound rebounds rebounded spike spikes spiked add adds added up higher
                """
            )
            .Concat(
                WordsOf(
                    -1,
                    """
                    fall falls fell fallen falling drop drops dropped dropping plunge plunges plunged plunging tumble tumbles tumbled tumbling slide slides slid
                    sliding slump slumps slumped slumping sink sinks sank sunk sinking decline declines declined declining plummet plummets plummeted plummeting
                    crash crashes crashed crashing slip slips slipped slipping dip dips dipped dive dives dived dove tank tanks tanked lose loses lost losing shed
                    sheds shedding loss losses retreat retreats retreated rout selloff down lower
                    """
                )
            )
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<string, int>> WordsOf(int sign, string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => KeyValuePair.Create(word, sign));
}
