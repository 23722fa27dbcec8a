namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>
/// How Flex Consumption bills work: the seconds in which an instance works, at least one, times its memory. Each function has instances of
/// its own.
/// </summary>
/// <param name="megabytes">Memory of an instance.</param>
internal sealed class Instances(int megabytes)
{
    private const double LeastSeconds = 1;
    private const int TogetherOnOne = 16; // maxConcurrentCalls of host.json.

    /// <summary>Memory of an instance with one whole core; smaller ones have as much less of it.</summary>
    public const double MegabytesPerCore = 2_048;

    /// <summary>What Azure counts as a GB.</summary>
    public const double MegabytesPerGb = 1_024;

    /// <summary>GB-s of calls that come together.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="seconds">How long one takes by waiting for others.</param>
    /// <param name="cpuSeconds">How long one would keep a whole core busy.</param>
    public double GbSeconds(double calls, double seconds, double cpuSeconds = 0)
    {
        var used = Math.Ceiling(calls / TogetherOnOne);
        var working = calls is 0 ? 0 : calls / used * cpuSeconds / (megabytes / MegabytesPerCore);
        return used * Math.Max(LeastSeconds, Math.Max(seconds, working)) * megabytes / MegabytesPerGb;
    }
}
