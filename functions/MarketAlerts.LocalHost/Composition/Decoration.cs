namespace MarketAlerts.LocalHost.Composition;

/// <summary>Wraps a registered port in another implementation of it.</summary>
public static class Decoration
{
    /// <summary>Replaces the registration of a service by a wrapper round it.</summary>
    public static void Decorate<TService>(this IServiceCollection services, Func<TService, IServiceProvider, TService> wrap)
        where TService : class
    {
        var inner = services.Last(descriptor => descriptor.ServiceType == typeof(TService));
        services.Remove(inner);
        services.AddSingleton(provider => wrap((TService)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!), provider));
    }
}
