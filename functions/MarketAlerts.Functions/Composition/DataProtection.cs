using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MarketAlerts.Functions.Composition;

/// <summary>What the HTTP functions do without of ASP.NET Core.</summary>
internal static class DataProtection
{
    private const string KeyRing = "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService";

    /// <summary>
    /// Takes out what makes a ring of keys on disk at every start, and warns that nobody protects them: our pages have no cookies, and
    /// links carry signatures of our own. The service is internal to the framework, so it goes by name; a test of the real worker sees that
    /// it went.
    /// </summary>
    public static IServiceCollection RemoveKeyRing(this IServiceCollection services)
    {
        foreach (var service in services.Where(IsKeyRing).ToArray())
        {
            services.Remove(service);
        }

        return services;
    }

    private static bool IsKeyRing(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.FullName is KeyRing;
}
