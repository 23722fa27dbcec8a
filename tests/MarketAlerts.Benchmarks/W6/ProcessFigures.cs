using System.Diagnostics;
using System.Globalization;

namespace MarketAlerts.Benchmarks.W6;

/// <summary>What another process uses; memory in detail only on Linux, where it is deployed.</summary>
internal static class ProcessFigures
{
    /// <summary>Memory that it has now.</summary>
    public const string Resident = "VmRSS";

    /// <summary>The most memory that it ever had.</summary>
    public const string Most = "VmHWM";

    private const double KilobytesOfAMebibyte = 1_024;

    /// <summary>How long processors worked for it.</summary>
    public static double BusyMilliseconds(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    /// <summary>One of its figures, in mebibytes.</summary>
    public static double Mebibytes(int id, string figure)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status");
        if (File.Exists(file))
        {
            var line = File.ReadLines(file).First(line => line.StartsWith(figure, StringComparison.Ordinal));
            return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                / KilobytesOfAMebibyte;
        }

        using var process = Process.GetProcessById(id);
        return (figure is Most ? process.PeakWorkingSet64 : process.WorkingSet64) / (KilobytesOfAMebibyte * KilobytesOfAMebibyte);
    }
}
