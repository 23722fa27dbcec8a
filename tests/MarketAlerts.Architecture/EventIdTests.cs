using System.Text.RegularExpressions;
using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

/// <summary>Alarms go by event id.</summary>
public sealed partial class EventIdTests
{
    [Fact]
    public void EventIds_AreThereOnce_WhenMessagesAreLogged() =>
        Rule.Holds(
            "No two log messages share an event id.",
            from source in Sources.Functions
            from Match match in Id().Matches(source.Syntax.ToFullString())
            group $"{source.RelativePath}: {match.Groups["id"].Value}" by match.Groups["id"].Value into same
            where same.Count() > 1
            from place in same
            select place
        );

    [GeneratedRegex(@"\[LoggerMessage\(\s*(?:EventId = )?(?<id>\d{4})")]
    private static partial Regex Id();
}
