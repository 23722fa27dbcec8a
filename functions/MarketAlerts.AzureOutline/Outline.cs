using System.Runtime.CompilerServices;

namespace MarketAlerts.AzureOutline;

/// <summary>The one answer of the outline to every call that would reach Azure.</summary>
internal static class Outline
{
    internal static PlatformNotSupportedException Refusal(string type, [CallerMemberName] string member = "") =>
        new($"{type}.{member} needs the real Azure packages and this is an outline build: delete azure-packages.props, restore from a NuGet feed that has them, and build again.");

    internal static Task<T> Refused<T>(string type, [CallerMemberName] string member = "") =>
        Task.FromException<T>(Refusal(type, member));
}
