using System.Text;
using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Testing.Fuzz;

namespace MarketAlerts.Adapters.Tests.Fuzz;

/// <summary>All parsers of what others send, and of what lies in files, queues and tables.</summary>
internal static class FuzzTargets
{
    /// <summary>What says of an answer that it is none.</summary>
    public static Type[] FetchRefusals { get; } = [typeof(FetchException)];

    /// <summary>The same, where somebody else makes one of it.</summary>
    public static Type[] BodyRefusals { get; } = [typeof(FetchException), typeof(JsonException)];

    public static FuzzTarget[] All { get; } =
    [.. FuzzedNews.Targets, .. FuzzedQuotes.Targets, .. FuzzedHistories.Targets, .. FuzzedFiles.Targets, .. FuzzedStores.Targets];

    public static FuzzTarget Of(string name) => All.Single(target => target.Name == name);

    public static byte[][] Seeds(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Throws when something is not as it must be whatever was sent.</summary>
    public static void MustBe(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"Read, but not so: {what}.");
        }
    }
}
