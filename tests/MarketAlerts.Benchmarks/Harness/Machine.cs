using System.Numerics;
using System.Runtime.InteropServices;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>Where the figures come from.</summary>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Cores">How many of its threads we may use.</param>
/// <param name="MemoryGigabytes">Memory in all.</param>
/// <param name="Os">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="VectorBits">The width of a <see cref="Vector{T}"/>.</param>
internal sealed record Machine(string Cpu, int Cores, long MemoryGigabytes, string Os, string Runtime, int VectorBits)
{
    private const string LinuxCpu = "/proc/cpuinfo";

    /// <summary>The machine that runs this.</summary>
    public static Machine This() =>
        new(
            CpuName(),
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            Vector<byte>.Count * 8
        );

    private static string CpuName() =>
        File.Exists(LinuxCpu)
            ? File.ReadLines(LinuxCpu).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
                ?? "unknown"
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
}
