namespace Microsoft.Azure.Functions.Worker;

/// <summary>The past and coming runs of a timer.</summary>
public class ScheduleStatus
{
    /// <summary>When the timer ran last.</summary>
    public DateTime Last { get; set; }

    /// <summary>When the timer is due next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this record was written.</summary>
    public DateTime LastUpdated { get; set; }
}
