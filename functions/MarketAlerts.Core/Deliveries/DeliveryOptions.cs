using System.ComponentModel.DataAnnotations;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Deliveries;

/// <summary>How alerts are gathered and sent; section <c>Delivery</c> of the settings.</summary>
public sealed class DeliveryOptions : IGroupWaits
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Delivery";

    /// <summary>The group wait of severe alerts, in seconds, counted from the last full ten.</summary>
    /// <value>30</value>
    [Range(0, 3_600)]
    public int SevereWaitSeconds { get; set; } = 30;

    /// <summary>The group wait of everything else, in seconds, counted from the last full ten.</summary>
    /// <value>45</value>
    [Range(0, 3_600)]
    public int PlainWaitSeconds { get; set; } = 45;

    /// <summary>
    /// The same where company is likely, in seconds: something else waits for the same subscriber, or they were told something of late.
    /// </summary>
    /// <value>120</value>
    [Range(0, 3_600)]
    public int CompanyWaitSeconds { get; set; } = 120;

    /// <summary>For how long after a message company is likely, in minutes.</summary>
    /// <value>10</value>
    [Range(0, 240)]
    public int CompanyWithinMinutes { get; set; } = 10;

    /// <inheritdoc/>
    public TimeSpan WaitOf(Severity severity) => TimeSpan.FromSeconds(severity is Severity.Severe ? SevereWaitSeconds : PlainWaitSeconds);

    /// <summary>How long members that become notable are gathered, in minutes.</summary>
    /// <value>30</value>
    [Range(0, 480)]
    public int MemberUpdateWaitMinutes { get; set; } = 30;

    /// <summary>How many such updates one incident may send one subscriber in a session; later ones are kept in the ledger.</summary>
    /// <value>2</value>
    [Range(0, 100)]
    public int MemberUpdatesPerSession { get; set; } = 2;

    /// <summary>A move is told as worse when it is so many times the furthest that was told,</summary>
    /// <value>1.25</value>
    [Range(1, 10)]
    public double WorseByFactor { get; set; } = 1.25;

    /// <summary>and at least so much further, in points of percent,</summary>
    /// <value>2</value>
    [Range(0, 100)]
    public double WorseByPoints { get; set; } = 2;

    /// <summary>at the earliest so long after the thread's last message, in minutes.</summary>
    /// <value>30</value>
    [Range(0, 480)]
    public int WorseWaitMinutes { get; set; } = 30;

    /// <summary>How long a move has to be back before its second leg is told, in minutes.</summary>
    /// <value>30</value>
    [Range(0, 480)]
    public int SecondLegAfterMinutes { get; set; } = 30;

    /// <summary>The same for a second leg that is severe.</summary>
    /// <value>5</value>
    [Range(0, 480)]
    public int SevereSecondLegAfterMinutes { get; set; } = 5;

    /// <summary>So many targets that go one way make a storm,</summary>
    /// <value>3</value>
    [Range(2, 1_000)]
    public int StormFromTargets { get; set; } = 3;

    /// <summary>when they are told within so long, in minutes.</summary>
    /// <value>30</value>
    [Range(1, 480)]
    public int StormWithinMinutes { get; set; } = 30;

    /// <summary>It is over when no new name came for so long, in minutes.</summary>
    /// <value>60</value>
    [Range(1, 480)]
    public int StormEndsAfterMinutes { get; set; } = 60;

    /// <summary>It is told of again after so long, twice and four times as long, and whenever its names double; in minutes.</summary>
    /// <value>30</value>
    [Range(1, 480)]
    public int StormUpdateMinutes { get; set; } = 30;

    /// <summary>A symbol that moved so far, in percent,</summary>
    /// <value>8</value>
    [Range(0, 100)]
    public double OutlierPercent { get; set; } = 8;

    /// <summary>and so many times as far as the median of the storm, keeps a message of its own.</summary>
    /// <value>2</value>
    [Range(1, 10)]
    public double OutlierTimesMedian { get; set; } = 2;

    /// <summary>An alert older than this when it goes out is told as late, never as new, in minutes.</summary>
    /// <value>15</value>
    [Range(1, 1_440)]
    public int LateAfterMinutes { get; set; } = 15;

    /// <summary>
    /// A mail that was claimed and not recorded is sent again after this, with the same Message-ID, in seconds. Longer than a send may
    /// take.
    /// </summary>
    /// <value>120</value>
    [Range(10, 3_600)]
    public int ResendAfterSeconds { get; set; } = 120;

    /// <summary>How many buckets the subscribers are spread over; fixed for a deployment.</summary>
    /// <value>64</value>
    [Range(1, 1_024)]
    public int Buckets { get; set; } = 64;

    /// <summary>How many subscribers one flush takes; it asks for the rest.</summary>
    /// <value>500</value>
    [Range(1, 5_000)]
    public int SubscribersPerFlush { get; set; } = 500;

    /// <summary>
    /// Whether what a sent message said is kept, for a replay's report; else that it was sent, to whom and why, which the ledger tells.
    /// </summary>
    /// <value>false</value>
    public bool KeepSentMails { get; set; }
}
