using Microsoft.Extensions.Options;

namespace MarketAlerts.Core.Tests;

/// <summary>What the host says about options at start.</summary>
internal static class OptionsCheck
{
    public static string[] Failures<T>(T options)
        where T : class =>
        [.. new DataAnnotationValidateOptions<T>(Options.DefaultName).Validate(Options.DefaultName, options).Failures ?? []];
}
