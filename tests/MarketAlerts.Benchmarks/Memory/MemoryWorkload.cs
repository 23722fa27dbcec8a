using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.Memory;

/// <summary>
/// Memory: the place for the bytes a symbol of packed state (the packer's row of a page of 500), the bytes a level of the level index in memory, and
/// what one poll allocates (<see cref="GC.GetAllocatedBytesForCurrentThread"/> around the detection of W1). It has no rows until they are plugged in.
/// </summary>
internal sealed class MemoryWorkload : IWorkload
{
    public string Name => "Memory";

    public string Title => "bytes a symbol, bytes a level and allocation a poll (not measured yet)";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Row>>([]);
}
