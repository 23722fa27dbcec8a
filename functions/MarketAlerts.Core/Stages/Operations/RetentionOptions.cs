using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>
/// How many days rows are kept; section <c>Retention</c> of the settings. The lower bounds are what the pipeline itself looks back.
/// </summary>
public sealed class RetentionOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Retention";

    /// <summary>For whom a message was filed. A message that comes back later than that is filed anew.</summary>
    /// <value>14</value>
    [Range(8, 400)]
    public int FiledDays { get; set; } = 14;

    /// <summary>The ledger: why somebody was told, or not.</summary>
    /// <value>14, as long as mails</value>
    [Range(3, 4_000)]
    public int LedgerDays { get; set; } = 14;

    /// <summary>Mails, and a week longer what they told.</summary>
    /// <value>14, as long as the buttons in them work</value>
    [Range(10, 4_000)]
    public int MailDays { get; set; } = 14;

    /// <summary>Who was told of an incident, for the close, the next session and corrections.</summary>
    /// <value>10</value>
    [Range(9, 400)]
    public int ToldDays { get; set; } = 10;

    /// <summary>Votes.</summary>
    /// <value>400</value>
    [Range(1, 4_000)]
    public int VoteDays { get; set; } = 400;

    /// <summary>Verdicts of the guards.</summary>
    /// <value>30</value>
    [Range(2, 4_000)]
    public int VerdictDays { get; set; } = 30;

    /// <summary>Daily closes, of which 21 sessions are read.</summary>
    /// <value>400</value>
    [Range(90, 10_000)]
    public int HistoryDays { get; set; } = 400;

    /// <summary>Incidents.</summary>
    /// <value>400</value>
    [Range(10, 10_000)]
    public int IncidentDays { get; set; } = 400;

    /// <summary>Stories, of which mails tell those of 14 days.</summary>
    /// <value>60</value>
    [Range(15, 4_000)]
    public int NewsDays { get; set; } = 60;

    /// <summary>Rules that waited for news of a session.</summary>
    /// <value>7</value>
    [Range(2, 400)]
    public int AwaitingNewsDays { get; set; } = 7;

    /// <summary>A run of Housekeeping removes so many rows at most; a later one goes on.</summary>
    /// <value>250000, which takes a small instance three minutes</value>
    [Range(100, 1_000_000)]
    public int RowsPerRun { get; set; } = 250_000;

    /// <summary>How many days rows of a kind are kept.</summary>
    public int DaysOf(RetainedKind kind) =>
        kind switch
        {
            RetainedKind.Filed => FiledDays,
            RetainedKind.Ledger => LedgerDays,
            RetainedKind.Mails => MailDays,
            RetainedKind.Told => ToldDays,
            RetainedKind.Votes => VoteDays,
            RetainedKind.Verdicts => VerdictDays,
            RetainedKind.History => HistoryDays,
            RetainedKind.Incidents => IncidentDays,
            RetainedKind.News => NewsDays,
            _ => AwaitingNewsDays,
        };
}
