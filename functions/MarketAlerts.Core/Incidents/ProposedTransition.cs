using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Detection;

namespace MarketAlerts.Core.Incidents;

/// <summary>A step that an open incident takes by time or by the figures of all its members, as it travels to routing.</summary>
/// <param name="Incident">The incident's id.</param>
/// <param name="Session">Its session.</param>
/// <param name="Step">The step.</param>
/// <param name="MarketTime">Market time of the evidence.</param>
/// <param name="SeenAt">When it was seen.</param>
/// <param name="Reason">Why, in a sentence with the figures.</param>
/// <param name="Readings">The newest figures of its members, of its own session.</param>
public sealed record ProposedTransition(
    string Incident,
    DateOnly Session,
    IncidentStep Step,
    DateTimeOffset MarketTime,
    DateTimeOffset SeenAt,
    string Reason,
    IReadOnlyList<MemberReading> Readings
)
{
    /// <summary>For a correction, the evidence that was revised; null or empty otherwise.</summary>
    public IReadOnlyList<IncidentRevision>? Revised { get; init; }

    /// <summary>How far its target was in its session at most, in percent, signed; null where that is not known.</summary>
    public double? Furthest { get; init; }

    /// <summary>How its target stands now, in percent, signed, in whatever session; null without a fresh value.</summary>
    public double? Move { get; init; }

    /// <summary>For a basket its figures, or null.</summary>
    public BasketReading? Basket { get; init; }

    /// <summary>Always the same for the same step, however often it is seen and delivered before it is taken.</summary>
    public string Id =>
        Convert.ToHexStringLower(
            XxHash128.Hash(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Incident}|{Step}|{MarketTime.UtcTicks}|{string.Join(' ', (Revised ?? []).Select(revision => revision.Symbol))}"
                    )
                )
            )
        );
}
