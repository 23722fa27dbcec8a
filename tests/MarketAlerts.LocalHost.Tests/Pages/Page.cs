using System.Net.Http.Headers;

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>What came back.</summary>
internal sealed record Page(int Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public bool HasForm => Text.Contains("<form", StringComparison.Ordinal);
}
