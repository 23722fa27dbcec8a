using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Packs the wanted levels of one target: per metric and direction their number and the steps from each to the next, two or three bytes a
/// level.
/// </summary>
internal static class LevelPacker
{
    private const byte Format = 1;

    /// <summary>Packs the levels of a target.</summary>
    public static byte[] Pack(WantedLevels levels, Target target)
    {
        var writer = new VarintWriter();
        writer.Byte(Format);
        foreach (var (metric, direction, sorted) in levels.LevelsOf(target))
        {
            writer.Byte((byte)metric);
            writer.Byte((byte)direction);
            writer.Unsigned((ulong)sorted.Length);
            var before = 0L;
            foreach (var level in sorted)
            {
                writer.Signed(level - before);
                before = level;
            }
        }

        return writer.ToArray();
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format, or broken.</exception>
    public static void Unpack(ReadOnlySpan<byte> bytes, Target target, WantedLevels levels)
    {
        var reader = new VarintReader(bytes);
        if (reader.Byte() is not Format)
        {
            throw new InvalidDataException($"The levels of {target} are of an unknown format; deploy a version that reads it.");
        }

        while (!reader.AtEnd)
        {
            var (metric, direction) = ((MetricId)reader.Byte(), (Direction)reader.Byte());
            var sorted = new long[reader.Count()];
            var level = 0L;
            for (var index = 0; index < sorted.Length; index++)
            {
                sorted[index] = level += reader.Signed();
            }

            levels.Restore(target, metric, direction, sorted);
        }
    }
}
