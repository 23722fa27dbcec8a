namespace MarketAlerts.Benchmarks.Harness;

/// <summary>Answers that do not hang on the order in which they were found: the sum of the mixed parts.</summary>
internal static class Mix
{
    /// <summary>Spreads two numbers over 64 bits (the finalizer of SplitMix64).</summary>
    public static long Of(long first, long second)
    {
        unchecked
        {
            var mixed = ((ulong)first * 0x9E37_79B9_7F4A_7C15) + (ulong)second;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return (long)(mixed ^ (mixed >> 31));
        }
    }
}
