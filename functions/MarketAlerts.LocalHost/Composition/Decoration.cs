namespace MarketAlerts.LocalHost.Composition;

/// <summary>Wraps a registered port in another implementation of it.</summary>
internal static class Decoration
{
    /// <summary>Replaces each registration of a service by a wrapper round it; their order stays.</summary>
    public static void Decorate<TService>(this IServiceCollection services, Func<TService, IServiceProvider, TService> wrap)
        where TService : class
    {
        for (var index = 0; index < services.Count; index++)
        {
            var inner = services[index];
            if (inner.ServiceType == typeof(TService))
            {
                services[index] = ServiceDescriptor.Singleton(provider => wrap(Make<TService>(inner, provider), provider));
            }
        }
    }

    private static TService Make<TService>(ServiceDescriptor registered, IServiceProvider provider) =>
        (TService)(
            registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)
        );
}
