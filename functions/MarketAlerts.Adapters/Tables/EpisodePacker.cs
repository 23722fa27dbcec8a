using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Packs the extremes of a page, metric by metric: most take two bytes.</summary>
internal static class EpisodePacker
{
    private static readonly Direction[] Directions = [Direction.Down, Direction.Up];

    public static void Write(VarintWriter writer, SymbolColumns symbols)
    {
        writer.Byte((byte)SymbolMetrics.All.Count);
        for (var metric = 0; metric < SymbolMetrics.All.Count; metric++)
        {
            foreach (var direction in Directions)
            {
                Write(writer, symbols.Episodes[metric, direction], SymbolMetrics.All[metric].EpisodeEnd);
            }
        }
    }

    /// <summary>Reads what was written by fewer metrics, too: those added since begin at zero.</summary>
    public static void Read(ref VarintReader reader, SymbolColumns symbols)
    {
        var metrics = reader.Byte();
        if (metrics > SymbolMetrics.All.Count)
        {
            throw new InvalidDataException(
                $"A market page with {metrics} metrics, of which {SymbolMetrics.All.Count} are known; deploy a version that reads it."
            );
        }

        for (var metric = 0; metric < metrics; metric++)
        {
            foreach (var direction in Directions)
            {
                Read(ref reader, symbols.Episodes[metric, direction], SymbolMetrics.All[metric].EpisodeEnd);
            }
        }
    }

    private static void Write(VarintWriter writer, EpisodeColumn column, EpisodeEnd end)
    {
        foreach (var extreme in column.Extreme.Values)
        {
            writer.Unsigned((ulong)extreme);
        }

        if (end is EpisodeEnd.BackAtHalf)
        {
            var newest =
                column.HalfSince.Values.Length > 0 ? (long)System.Numerics.Tensors.TensorPrimitives.Max<float>(column.HalfSince.Values) : 0;
            writer.Unsigned((ulong)newest);
            foreach (var since in column.HalfSince.Values)
            {
                writer.Unsigned(since is 0 ? 0 : (ulong)(newest - since) + 1);
            }
        }
    }

    private static void Read(ref VarintReader reader, EpisodeColumn column, EpisodeEnd end)
    {
        foreach (ref var extreme in column.Extreme.Values)
        {
            extreme = reader.Unsigned();
        }

        if (end is EpisodeEnd.BackAtHalf)
        {
            var newest = reader.Unsigned();
            foreach (ref var since in column.HalfSince.Values)
            {
                since = reader.Unsigned() is > 0 and var before ? newest - (before - 1) : 0;
            }
        }
    }
}
