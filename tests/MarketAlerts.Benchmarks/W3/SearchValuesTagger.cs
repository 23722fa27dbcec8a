using System.Buffers;
using System.Collections.Frozen;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>
/// What one who knows .NET would take: SearchValues finds where any alias may stand, then whole words are checked and the longest alias
/// there is taken.
/// </summary>
/// <param name="room">The articles.</param>
internal sealed class SearchValuesTagger(StoryIntake room) : TaggingContender(room)
{
    private const int MostWords = 4;

    private readonly SearchValues<string> _search = SearchValues.Create(room.Aliases, StringComparison.OrdinalIgnoreCase);
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _aliases = room
        .Aliases.ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public override string Name => "SearchValues and verification";

    protected override long Tag(string text)
    {
        var sum = 0L;
        for (var at = 0; text.AsSpan(at).IndexOfAny(_search) is >= 0 and var next; )
        {
            var start = at + next;
            var length = start is 0 || !char.IsLetter(text[start - 1]) ? LongestAt(text.AsSpan(start)) : 0;
            sum += length > 0 ? Hit(start, start + length) : 0;
            at = length > 0 ? start + length : start + 1;
        }

        return sum;
    }

    private int LongestAt(ReadOnlySpan<char> rest)
    {
        var (longest, at) = (0, 0);
        for (var words = 0; words < MostWords && at < rest.Length; words++)
        {
            while (at < rest.Length && char.IsLetter(rest[at]))
            {
                at++;
            }

            longest = _aliases.Contains(rest[..at]) ? at : longest;
            at++;
        }

        return longest;
    }
}
